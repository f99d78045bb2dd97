import type * as z from 'zod/mini'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { FacetKey } from '@/lib/contracts/facets'
import type { FetchRequest } from '@/lib/contracts/fetch'
import type { JobPatch } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { PageStart } from '@/lib/contracts/page-start'

const ofCandidate = () => import('@/lib/contracts/candidate')
const ofJob = () => import('@/lib/contracts/job')

// The first page is in the HTML, so what validates answers is not needed before a reader asks for something.
const shapes = {
  applicationIds: async () => (await ofCandidate()).applicationIds,
  candidateDetail: async () => (await ofCandidate()).candidateDetail,
  candidatePage: async () => (await ofCandidate()).candidatePage,
  creditsPage: async () => (await import('@/lib/contracts/credits')).creditsPage,
  facets: async () => (await import('@/lib/contracts/facets')).facets,
  fetchResult: async () => (await import('@/lib/contracts/fetch')).fetchResult,
  job: async () => (await ofJob()).job,
  jobList: async () => (await ofJob()).jobList,
  problem: async () => (await import('@/lib/contracts/problem')).problem,
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

async function call<T>(shape: Shape<T>, path: string, init?: RequestInit): Promise<T> {
  let response: Response
  const loading = shape()
  // Its failure is met below, after the answer's own.
  loading.catch(() => undefined)
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch (cause) {
    if (init?.signal?.aborted) throw cause
    throw new ProblemError(offline)
  }
  if (!response.ok) throw new ProblemError(await readProblem(response))
  return (await loading).parse(await response.json())
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
  /** Spends credits. The same `idempotencyKey` never buys twice. */
  fetchMore: (ref: JobRef, request: FetchRequest, idempotencyKey: string) => {
    const init = json(request)
    return call(shapes.fetchResult, api(ref, '/fetches'), {
      ...init,
      method: 'POST',
      headers: { ...init.headers, 'idempotency-key': idempotencyKey },
    })
  },
  patchJob: (ref: JobRef, patch: JobPatch) =>
    call(shapes.job, api(ref, ''), { ...json(patch), method: 'PATCH' }),
  jobs: (signal?: AbortSignal) => call(shapes.jobList, '/api/jobs', { signal }),
  credits: (signal?: AbortSignal) => call(shapes.creditsPage, '/api/credits?limit=1', { signal }),
}
