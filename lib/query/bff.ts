import type { CandidatePage } from '@/lib/contracts/candidate'
import type { LedgerFilter } from '@/lib/contracts/credits'
import type { FacetKey } from '@/lib/contracts/facets'
import type { FetchProgress, FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import type { JobPatch } from '@/lib/contracts/job'
import type { ShareLinkRequest } from '@/lib/contracts/share-link'
import type { View } from '@/lib/contracts/view'
import type { SeenRows } from '@/lib/contracts/visit'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { PageStart } from '@/lib/contracts/page-start'
import type { FetchEnding } from './fetch-events'
import { ask, call, json, offline, ofProblem, ProblemError } from './http'

const ofCandidate = () => import('@/lib/contracts/candidate')
const ofFetch = () => import('@/lib/contracts/fetch')
const ofJob = () => import('@/lib/contracts/job')

// The first page is in the HTML, so what validates answers is not needed before a reader asks for something.
const shapes = {
  applicationIds: async () => (await ofCandidate()).applicationIds,
  candidateDetail: async () => (await ofCandidate()).candidateDetail,
  candidateHistory: async () => (await ofCandidate()).candidateHistory,
  candidatePage: async () => (await ofCandidate()).candidatePage,
  marksNow: async () => (await ofCandidate()).marksNow,
  creditMeter: async () => (await import('@/lib/contracts/credits')).creditMeter,
  creditsPage: async () => (await import('@/lib/contracts/credits')).creditsPage,
  facets: async () => (await import('@/lib/contracts/facets')).facets,
  fetchCancelled: async () => (await ofFetch()).fetchCancelled,
  fetchResult: async () => (await ofFetch()).fetchResult,
  runningFetch: async () => (await ofFetch()).runningFetch,
  job: async () => (await ofJob()).job,
  jobList: async () => (await ofJob()).jobList,
  newShareLink: async () => (await import('@/lib/contracts/share-link')).newShareLink,
  shareLink: async () => (await import('@/lib/contracts/share-link')).shareLink,
  shareLinkList: async () => (await import('@/lib/contracts/share-link')).shareLinkList,
  visited: async () => (await import('@/lib/contracts/visit')).visited,
}

/** Gets ready to read answers, before the first one is asked for. */
export const prepareToRead = () =>
  void Promise.all([
    ofProblem(),
    import('@/lib/contracts/decisions'),
    ...Object.values(shapes).map((load) => load()),
  ]).catch(() => undefined)

/** The address of a call about a job. */
export function api(
  job: JobRef,
  rest: string,
  search: string | URLSearchParams | Record<string, string> = '',
): string {
  const params = new URLSearchParams(search)
  if (job.account !== null) params.set('account', job.account)
  const text = params.toString()
  return `/api/jobs/${job.jobId}${rest}${text === '' ? '' : `?${text}`}`
}

function ledgerSearch(filter: LedgerFilter, cursor: string | null): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, cursor }))
    if (value !== null) search.set(name, value)
  return search.size === 0 ? '' : `?${search}`
}

/** Every call the browser makes to our own server. Each throws `ProblemError`, or the abort reason of its signal. */
/** A query of what is set; empty where nothing is. */
function toSearch(values: Record<string, string | null>): string {
  const text = new URLSearchParams(
    Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
  return text.size === 0 ? '' : `?${text.toString()}`
}

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
  /** What opens with a person: three lists, not the whole of what is known of them. */
  history: (ref: JobRef, applicationId: string, signal?: AbortSignal) =>
    call(
      shapes.candidateHistory,
      api(ref, `/candidates/${encodeURIComponent(applicationId)}`, { part: 'history' }),
      { signal },
    ),
  /** What people did about these, at most 100, and who of them the view shows. */
  marks: (ref: JobRef, applicationIds: readonly string[], view: View) => {
    const search = new URLSearchParams(viewToSearch(view))
    for (const id of applicationIds) search.append('application', id)
    return call(shapes.marksNow, api(ref, '/marks', search))
  },
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
    const loading = import('./fetch-events')
    // Its failure is met below, after the answer's own.
    loading.catch(() => undefined)
    const response = await ask(api(ref, '/fetches'), { ...init, method: 'POST', headers, signal })
    let ending: FetchEnding | null = null
    try {
      ending = response.body && (await (await loading).readFetchEvents(response.body, onProgress))
    } catch (cause) {
      if (signal?.aborted) throw cause
    }
    if (ending?.ok) return ending.result
    throw new ProblemError(ending?.problem ?? offline)
  },
  /** The `complete` or `refresh` that is under way, whoever began it. Free. */
  runningFetch: (ref: JobRef, signal?: AbortSignal) =>
    call(shapes.runningFetch, api(ref, '/fetches'), { signal }),
  /** Stops a `complete` or `refresh` before its next page. */
  cancelFetch: (ref: JobRef, fetchId: string) =>
    call(shapes.fetchCancelled, api(ref, `/fetches/${fetchId}`), { method: 'DELETE' }),
  /** What rested on the reader's screen. Its answer is not parsed: what parses answers need not load for it. */
  noteSeen: async (ref: JobRef, seen: SeenRows): Promise<void> => {
    const answer = await ask(api(ref, '/visits'), { ...json(seen), method: 'POST', keepalive: true })
    // An answer that is left unread keeps its connection busy.
    await answer.text()
  },
  /** What the reader says that they have seen. */
  markSeen: (ref: JobRef, seen: SeenRows) =>
    call(shapes.visited, api(ref, '/visits'), { ...json(seen), method: 'POST', keepalive: true }),
  /** A job without its applicants, with what is told of it alone. */
  job: (ref: JobRef, signal?: AbortSignal) => call(shapes.job, api(ref, ''), { signal }),
  patchJob: (ref: JobRef, patch: JobPatch) =>
    call(shapes.job, api(ref, ''), { ...json(patch), method: 'PATCH' }),
  makeShareLink: (request: ShareLinkRequest) =>
    call(shapes.newShareLink, '/api/share-links', { ...json(request), method: 'POST' }),
  shareLinks: (cursor: string | null, signal?: AbortSignal) =>
    call(shapes.shareLinkList, `/api/share-links${toSearch({ cursor })}`, { signal }),
  /** Closes a link at once. */
  revokeShareLink: (id: string) => call(shapes.shareLink, `/api/share-links/${id}`, { method: 'DELETE' }),
  jobs: (find: string, cursor: string | null, signal?: AbortSignal) =>
    call(shapes.jobList, `/api/jobs${toSearch({ q: find, cursor })}`, { signal }),
  /** @param visit the visit whose spending is asked for as well; null for none */
  creditMeter: (visit: string | null, signal?: AbortSignal) =>
    call(shapes.creditMeter, `/api/credits/meter${toSearch({ visit })}`, { signal }),
  /** A page of the ledger, newest first. */
  ledger: (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
    call(shapes.creditsPage, `/api/credits${ledgerSearch(filter, cursor)}`, { signal }),
}
