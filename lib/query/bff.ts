import type * as z from 'zod/mini'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { FacetKey } from '@/lib/contracts/facets'
import type { FetchKind, FetchProgress, FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import type { JobPatch } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import type { SeenRows } from '@/lib/contracts/visit'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { readEvents } from './event-stream'
import type { PageStart } from '@/lib/contracts/page-start'

const ofCandidate = () => import('@/lib/contracts/candidate')
const ofFetch = () => import('@/lib/contracts/fetch')
const ofJob = () => import('@/lib/contracts/job')

// The first page is in the HTML, so what validates answers is not needed before a reader asks for something.
const shapes = {
  applicationIds: async () => (await ofCandidate()).applicationIds,
  candidateDetail: async () => (await ofCandidate()).candidateDetail,
  candidatePage: async () => (await ofCandidate()).candidatePage,
  creditsPage: async () => (await import('@/lib/contracts/credits')).creditsPage,
  facets: async () => (await import('@/lib/contracts/facets')).facets,
  fetchCancelled: async () => (await ofFetch()).fetchCancelled,
  fetchProgress: async () => (await ofFetch()).fetchProgress,
  fetchQuote: async () => (await ofFetch()).fetchQuote,
  fetchResult: async () => (await ofFetch()).fetchResult,
  job: async () => (await ofJob()).job,
  jobList: async () => (await ofJob()).jobList,
  problem: async () => (await import('@/lib/contracts/problem')).problem,
  visited: async () => (await import('@/lib/contracts/visit')).visited,
}

/** Gets ready to read answers, before the first one is asked for. */
export const prepareToRead = () =>
  void Promise.all(Object.values(shapes).map((load) => load())).catch(() => undefined)

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
  const problem = await shapes.problem()
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

type Shape<T> = () => Promise<z.ZodMiniType<T>>

async function send(path: string, init?: RequestInit): Promise<Response> {
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

async function call<T>(shape: Shape<T>, path: string, init?: RequestInit): Promise<T> {
  const loading = shape()
  // Its failure is met below, after the answer's own.
  loading.catch(() => undefined)
  const response = await send(path, init)
  return (await loading).parse(await response.json())
}

/** A fetch that tells how far it has come, until its answer. */
async function follow(
  path: string,
  init: RequestInit,
  onProgress: (progress: FetchProgress) => void,
): Promise<FetchResult> {
  const response = await send(path, {
    ...init,
    headers: { ...init.headers, accept: 'text/event-stream' },
  })
  const [progress, result, problem] = await Promise.all([
    shapes.fetchProgress(),
    shapes.fetchResult(),
    shapes.problem(),
  ])
  try {
    for await (const { event, data } of readEvents(response.body ?? new Blob().stream())) {
      const value: unknown = JSON.parse(data)
      if (event === 'progress') onProgress(progress.parse(value))
      else if (event === 'problem') throw new ProblemError(problem.parse(value))
      else if (event === 'answer') return result.parse(value)
    }
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
  }
  throw new ProblemError(offline)
}

function api(job: JobRef, rest: string, search: string | URLSearchParams = ''): string {
  const params = new URLSearchParams(search)
  if (job.account !== null) params.set('account', job.account)
  const text = params.toString()
  return `/api/jobs/${job.jobId}${rest}${text === '' ? '' : `?${text}`}`
}

const json = (body: unknown) => ({
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
    return call(shapes.candidatePage, api(ref, '/candidates', search), { signal })
  },
  candidate: (ref: JobRef, applicationId: string, view: View, signal?: AbortSignal) =>
    call(
      shapes.candidateDetail,
      api(ref, `/candidates/${encodeURIComponent(applicationId)}`, viewToSearch(view)),
      {
        signal,
      },
    ),
  applicationIds: (ref: JobRef, view: View) =>
    call(shapes.applicationIds, api(ref, '/application-ids', viewToSearch(view))),
  facet: (ref: JobRef, view: View, facet: FacetKey, find: string, signal?: AbortSignal) => {
    const search = new URLSearchParams(viewToSearch({ ...view, sort: [] }))
    search.set('facet', facet)
    if (find !== '') search.set('find', find)
    return call(shapes.facets, api(ref, '/facets', search), { signal })
  },
  /**
   * Spends credits. The same `idempotencyKey` never buys twice.
   * @param onProgress how far it has come, for the kinds that take several pages
   */
  fetch(
    ref: JobRef,
    request: FetchRequest,
    idempotencyKey: string,
    onProgress: (progress: FetchProgress) => void,
  ): Promise<FetchResult> {
    const { body, headers } = json(request)
    const init = { method: 'POST', body, headers: { ...headers, 'idempotency-key': idempotencyKey } }
    const path = api(ref, '/fetches')
    const several = request.kind === 'complete' || request.kind === 'refresh'
    return several ? follow(path, init, onProgress) : call(shapes.fetchResult, path, init)
  },
  /** Stops a fetch of several pages after the page under way. */
  cancelFetch: (ref: JobRef, fetchId: string) =>
    call(shapes.fetchCancelled, api(ref, `/fetches/${fetchId}`), { method: 'DELETE' }),
  /** What a kind of fetch can cost at most now. Free. */
  quote: (ref: JobRef, kind: FetchKind, signal?: AbortSignal) =>
    call(shapes.fetchQuote, api(ref, '/quote', new URLSearchParams({ kind })), { signal }),
  /** Rows that were on the reader's screen: they are news no more. */
  markSeen: (ref: JobRef, seen: SeenRows) =>
    call(shapes.visited, api(ref, '/visits'), { ...json(seen), method: 'POST', keepalive: true }),
  patchJob: (ref: JobRef, patch: JobPatch) =>
    call(shapes.job, api(ref, ''), { ...json(patch), method: 'PATCH' }),
  jobs: (signal?: AbortSignal) => call(shapes.jobList, '/api/jobs', { signal }),
  credits: (signal?: AbortSignal) => call(shapes.creditsPage, '/api/credits?limit=1', { signal }),
}
