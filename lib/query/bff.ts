import type * as z from 'zod/mini'
import { candidateDetail, candidatePage, type CandidatePage } from '@/lib/contracts/candidate'
import { creditsPage, type LedgerFilter } from '@/lib/contracts/credits'
import { facets } from '@/lib/contracts/facets'
import {
  fetchCancelled,
  type FetchKind,
  type FetchProgress,
  fetchQuote,
  type FetchRequest,
  type FetchResult,
  fetchResult,
} from '@/lib/contracts/fetch'
import { job, jobList, type JobPatch } from '@/lib/contracts/job'
import { problem, type Problem } from '@/lib/contracts/problem'
import type { View } from '@/lib/contracts/view'
import { type SeenRows, visited } from '@/lib/contracts/visit'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { PageStart } from '@/lib/contracts/page-start'
import { readFetchEvents } from './fetch-events'

/** An answer of our server that is not the one asked for; `problem` says why, in words for the reader. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

const offline: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  code: 'offline',
  detail: 'Shortlist did not answer. Check the connection, then try again.',
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = problem.safeParse(await response.json().catch(() => null))
  if (parsed.success) return parsed.data
  return {
    type: 'about:blank',
    title: 'Unexpected answer',
    status: response.status,
    code: 'unexpected_answer',
    detail: `The server answered ${response.status} without saying why. Try again in a moment.`,
  }
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch (cause) {
    if (init?.signal?.aborted) throw cause
    throw new ProblemError(offline)
  }
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return response
}

const call = async <T>(schema: z.ZodMiniType<T>, path: string, init?: RequestInit): Promise<T> =>
  schema.parse(await (await ask(path, init)).json())

function api(
  job: JobRef,
  rest: string,
  search: string | URLSearchParams | Record<string, string> = '',
): string {
  const params = new URLSearchParams(search)
  if (job.account !== null) params.set('account', job.account)
  const text = params.toString()
  return `/api/jobs/${job.jobId}${rest}${text === '' ? '' : `?${text}`}`
}

const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

/** The query string of a part of the ledger, with its `?`; it is that of `/api/credits/export` too. */
export function ledgerSearch(filter: LedgerFilter, cursor: string | null = null): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, cursor }))
    if (value !== null) search.set(name, value)
  return search.size === 0 ? '' : `?${search}`
}

/** Every call the browser makes to our own server. Each throws `ProblemError`, or the abort reason of its signal. */
export const bff = {
  candidates(
    ref: JobRef,
    view: View,
    start: PageStart,
    limit: number,
    signal?: AbortSignal,
  ): Promise<CandidatePage> {
    const search = new URLSearchParams(viewToSearch(view))
    for (const [key, value] of Object.entries(start ?? {})) search.set(key, String(value))
    search.set('limit', String(limit))
    return call(candidatePage, api(ref, '/candidates', search), { signal })
  },
  candidate: (ref: JobRef, applicationId: string, view: View, signal?: AbortSignal) =>
    call(candidateDetail, api(ref, `/candidates/${encodeURIComponent(applicationId)}`, viewToSearch(view)), {
      signal,
    }),
  facets: (ref: JobRef, view: View, signal?: AbortSignal) =>
    call(facets, api(ref, '/facets', viewToSearch(view)), { signal }),
  /** Spends credits. The same `idempotencyKey` never buys twice. */
  fetchMore: (ref: JobRef, request: FetchRequest, idempotencyKey: string) => {
    const init = json(request)
    return call(fetchResult, api(ref, '/fetches'), {
      ...init,
      method: 'POST',
      headers: { ...init.headers, 'idempotency-key': idempotencyKey },
    })
  },
  /**
   * The same, told how far it has come: for `complete` and `refresh`, which take minutes. Leaving does not stop it;
   * after a broken connection the same key finds it again.
   */
  async followFetch(
    ref: JobRef,
    request: FetchRequest,
    idempotencyKey: string,
    onProgress: (progress: FetchProgress) => void,
    signal?: AbortSignal,
  ): Promise<FetchResult> {
    const init = json(request)
    const headers = { ...init.headers, accept: 'text/event-stream', 'idempotency-key': idempotencyKey }
    const response = await ask(api(ref, '/fetches'), { ...init, method: 'POST', headers, signal })
    let ending: Awaited<ReturnType<typeof readFetchEvents>> = null
    try {
      ending = response.body && (await readFetchEvents(response.body, onProgress))
    } catch (cause) {
      if (signal?.aborted) throw cause
    }
    if (ending?.ok) return ending.result
    throw new ProblemError(ending?.problem ?? offline)
  },
  /** Stops a `complete` or `refresh` before its next page. */
  cancelFetch: (ref: JobRef, fetchId: string) =>
    call(fetchCancelled, api(ref, `/fetches/${fetchId}`), { method: 'DELETE' }),
  /** What a fetch would cost at most now. Free. */
  quote: (ref: JobRef, kind: FetchKind, signal?: AbortSignal) =>
    call(fetchQuote, api(ref, '/quote', { kind }), { signal }),
  /** Rows that were on the reader's screen are news no more. */
  markSeen: (ref: JobRef, seen: SeenRows) =>
    call(visited, api(ref, '/visits'), { ...json(seen), method: 'POST' }),
  patchJob: (ref: JobRef, patch: JobPatch) => call(job, api(ref, ''), { ...json(patch), method: 'PATCH' }),
  jobs: (signal?: AbortSignal) => call(jobList, '/api/jobs', { signal }),
  credits: (signal?: AbortSignal) => call(creditsPage, '/api/credits?limit=1', { signal }),
  /** A page of the ledger, newest first. */
  ledger: (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
    call(creditsPage, `/api/credits${ledgerSearch(filter, cursor)}`, { signal }),
}
