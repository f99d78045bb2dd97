import { queryOptions } from '@tanstack/react-query'
import type { ClaimRequest, NextRequest, TriagePerson } from '@/lib/contracts/triage'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { api } from './bff'
import { ask, call, json } from './http'
import { keys } from './options'

const shapes = {
  next: async () => (await import('@/lib/contracts/triage')).nextAnswer,
  claim: async () => (await import('@/lib/contracts/triage')).claimAnswer,
  detail: async () => (await import('@/lib/contracts/candidate')).candidateDetail,
}

const about = (applicationId: string) => `/candidates/${encodeURIComponent(applicationId)}`

/** Calls of triage. Each throws `ProblemError`, or the abort reason of its signal. */
export const triageCalls = {
  /** Moves on: renews, releases and claims. */
  next: (ref: JobRef, request: NextRequest) =>
    call(shapes.next, api(ref, '/triage/next'), { ...json(request), method: 'POST' }),
  /** Gives back whatever a tab has, also while its page is being left. */
  release: (ref: JobRef, holder: string) =>
    ask(api(ref, '/triage/next'), {
      ...json({ holder, view: '', count: 0, keep: [] } satisfies NextRequest),
      ...{ method: 'POST', keepalive: true },
    }),
  claim: (ref: JobRef, applicationId: string, request: ClaimRequest) =>
    call(shapes.claim, api(ref, `${about(applicationId)}/claim`), { ...json(request), method: 'PUT' }),
  async person(ref: JobRef, applicationId: string, view: View, signal?: AbortSignal): Promise<TriagePerson> {
    const detail = await call(shapes.detail, api(ref, about(applicationId), viewToSearch(view)), { signal })
    const { index: _index, job: _job, ...person } = detail
    return person
  },
}

const hourMs = 3_600_000

/** Somebody as triage shows them, with what is done about them meanwhile. */
export const triagePersonQuery = (ref: JobRef, applicationId: string, view: View) =>
  queryOptions({
    queryKey: [...keys.candidate(ref, applicationId), 'triage'],
    queryFn: ({ signal }) => triageCalls.person(ref, applicationId, view, signal),
    staleTime: Infinity,
    gcTime: hourMs,
  })
