import type { CandidatePage } from '@/lib/contracts/candidate'
import type { FacetKey } from '@/lib/contracts/facets'
import type { JobPatch } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import type { SeenRows } from '@/lib/contracts/visit'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { PageStart } from '@/lib/contracts/page-start'
import { answer, loadAnswers } from './answers'
import { ask, call, json } from './http'

/** Gets ready to read answers, before the first one is asked for. */
export const prepareToRead = () =>
  void Promise.all([loadAnswers(), import('@/lib/contracts/decisions')]).catch(() => undefined)

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

/** A query of what is set; empty where nothing is. */
export function toSearch(values: Record<string, string | null>): string {
  const text = new URLSearchParams(
    Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
  return text.size === 0 ? '' : `?${text.toString()}`
}

/** Calls to our own server. Each throws `ProblemError`, or the abort reason of its signal. */
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
    return call(answer('candidatePage'), api(ref, '/candidates', search), { signal })
  },
  applicationIds: (ref: JobRef, view: View) =>
    call(answer('applicationIds'), api(ref, '/application-ids', viewToSearch(view))),
  facet: (ref: JobRef, view: View, facet: FacetKey, find: string, signal?: AbortSignal) => {
    const search = new URLSearchParams(viewToSearch({ ...view, sort: [] }))
    search.set('facet', facet)
    if (find !== '') search.set('find', find)
    return call(answer('facets'), api(ref, '/facets', search), { signal })
  },
  /** The `complete` or `refresh` that is under way, whoever began it. Free. */
  runningFetch: (ref: JobRef, signal?: AbortSignal) =>
    call(answer('runningFetch'), api(ref, '/fetches'), { signal }),
  /** Stops a `complete` or `refresh` before its next page. */
  cancelFetch: (ref: JobRef, fetchId: string) =>
    call(answer('fetchCancelled'), api(ref, `/fetches/${fetchId}`), { method: 'DELETE' }),
  /** What rested on the reader's screen. Its answer is not parsed: what parses answers need not load for it. */
  noteSeen: async (ref: JobRef, seen: SeenRows): Promise<void> => {
    const answer = await ask(api(ref, '/visits'), { ...json(seen), method: 'POST', keepalive: true })
    // An answer that is left unread keeps its connection busy.
    await answer.text()
  },
  /** A job without its applicants, with what is told of it alone. */
  job: (ref: JobRef, signal?: AbortSignal) => call(answer('job'), api(ref, ''), { signal }),
  patchJob: (ref: JobRef, patch: JobPatch) =>
    call(answer('job'), api(ref, ''), { ...json(patch), method: 'PATCH' }),
  /** @param visit the visit whose spending is asked for as well; null for none */
  creditMeter: (visit: string | null, signal?: AbortSignal) =>
    call(answer('creditMeter'), `/api/credits/meter${toSearch({ visit })}`, { signal }),
}
