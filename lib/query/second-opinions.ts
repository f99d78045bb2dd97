import { queryOptions } from '@tanstack/react-query'
import type {
  OpinionRequest,
  SecondOpinionDetail,
  SecondOpinionList,
  SecondOpinionRequest,
} from '@/lib/contracts/second-opinion'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const ofOpinions = contractsIn(() => import('@/lib/contracts/second-opinion'))
const at = (ref: JobRef, id: string, rest = '') =>
  api(ref, `/second-opinions/${encodeURIComponent(id)}${rest}`)

/** Second opinions. Each call throws `ProblemError`, or the abort reason of its signal. */
export const secondOpinionCalls = {
  list: (ref: JobRef, signal?: AbortSignal) =>
    call(ofOpinions('secondOpinionList'), api(ref, '/second-opinions'), { signal }),
  ask: (ref: JobRef, request: SecondOpinionRequest) =>
    call(ofOpinions('secondOpinion'), api(ref, '/second-opinions'), {
      ...json(request),
      method: 'POST',
    }),
  show: (ref: JobRef, id: string, signal?: AbortSignal) =>
    call(ofOpinions('secondOpinionDetail'), at(ref, id), { signal }),
  give: (ref: JobRef, id: string, applicationId: string, request: OpinionRequest) =>
    call(ofOpinions('opinionPerson'), at(ref, id, `/candidates/${encodeURIComponent(applicationId)}`), {
      ...json(request),
      method: 'PUT',
    }),
  close: (ref: JobRef, id: string) =>
    call(async () => (await import('@/lib/contracts/people')).done, at(ref, id), { method: 'DELETE' }),
}

/** Of all that is read of the second opinions of a job. */
export const secondOpinionsKey = (ref: JobRef) => [...keys.job(ref), 'second-opinions'] as const

/** The second opinions of a job, and whom the reader can ask. */
export const secondOpinionsQuery = (
  ref: JobRef,
  list: (signal?: AbortSignal) => Promise<SecondOpinionList>,
) =>
  queryOptions({
    queryKey: secondOpinionsKey(ref),
    queryFn: ({ signal }) => list(signal),
  })

/** One of them in full. */
export const secondOpinionQuery = (
  ref: JobRef,
  id: string,
  show: (signal?: AbortSignal) => Promise<SecondOpinionDetail>,
) =>
  queryOptions({
    queryKey: [...secondOpinionsKey(ref), id],
    queryFn: ({ signal }) => show(signal),
  })
