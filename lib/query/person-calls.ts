import type { View } from '@/lib/contracts/view'
import { viewToSearch } from '@/lib/url/view'
import type { JobRef } from '@/lib/url/paths'
import { answer } from './answers'
import { api } from './bff'
import { call } from './http'

/** Calls about people by name. Each throws `ProblemError`, or the abort reason of its signal. */
export const personCalls = {
  candidate: (ref: JobRef, applicationId: string, view: View, signal?: AbortSignal) =>
    call(
      answer('candidateDetail'),
      api(ref, `/candidates/${encodeURIComponent(applicationId)}`, viewToSearch(view)),
      {
        signal,
      },
    ),
  /** What opens with a person: three lists, not the whole of what is known of them. */
  history: (ref: JobRef, applicationId: string, signal?: AbortSignal) =>
    call(
      answer('candidateHistory'),
      api(ref, `/candidates/${encodeURIComponent(applicationId)}`, { part: 'history' }),
      { signal },
    ),
  /** What people did about these, at most 100, and who of them the view shows. */
  marks: (ref: JobRef, applicationIds: readonly string[], view: View) => {
    const search = new URLSearchParams(viewToSearch(view))
    for (const id of applicationIds) search.append('application', id)
    return call(answer('marksNow'), api(ref, '/marks', search))
  },
}
