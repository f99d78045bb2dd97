import type * as z from 'zod/mini'
import { applicationIds, candidateDetail, candidatePage, type CandidatePage } from '@/lib/contracts/candidate'
import { creditsPage } from '@/lib/contracts/credits'
import { facets } from '@/lib/contracts/facets'
import { type FetchRequest, fetchResult } from '@/lib/contracts/fetch'
import { job, jobList, type JobPatch } from '@/lib/contracts/job'
import { problem, type Problem } from '@/lib/contracts/problem'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { PageStart } from '@/lib/contracts/page-start'

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

async function call<T>(schema: z.ZodMiniType<T>, path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch (cause) {
    if (init?.signal?.aborted) throw cause
    throw new ProblemError(offline)
  }
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return schema.parse(await response.json())
}

function api(job: JobRef, rest: string, search: string | URLSearchParams = ''): string {
  const params = new URLSearchParams(search)
  if (job.account !== null) params.set('account', job.account)
  const text = params.toString()
  return `/api/jobs/${job.jobId}${rest}${text === '' ? '' : `?${text}`}`
}

const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

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
  applicationIds: (ref: JobRef, view: View) =>
    call(applicationIds, api(ref, '/application-ids', viewToSearch(view))),
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
  patchJob: (ref: JobRef, patch: JobPatch) => call(job, api(ref, ''), { ...json(patch), method: 'PATCH' }),
  jobs: (signal?: AbortSignal) => call(jobList, '/api/jobs', { signal }),
  credits: (signal?: AbortSignal) => call(creditsPage, '/api/credits?limit=1', { signal }),
}
