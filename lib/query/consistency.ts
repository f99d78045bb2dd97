import { queryOptions } from '@tanstack/react-query'
import type { ConsistencyRequest } from '@/lib/contracts/consistency'
import type { JobRef } from '@/lib/url/paths'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const shape = async () => (await import('@/lib/contracts/consistency')).consistencyNotes
const address = (ref: JobRef, applicationId: string, rest = '') =>
  api(ref, `/candidates/${encodeURIComponent(applicationId)}/consistency${rest}`)

const part = 'consistency'

/** Whether a query is of somebody's notes, whoever they are. */
export const isConsistency = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey.at(-1) === part

/** What does not fit together about somebody. */
export const consistencyQuery = (ref: JobRef, applicationId: string) =>
  queryOptions({
    queryKey: [...keys.candidate(ref, applicationId), part],
    queryFn: ({ signal }) => call(shape, address(ref, applicationId), { signal }),
    staleTime: 60_000,
  })

/** Resolves a note, or reopens it. @throws ProblemError */
export const resolveNote = (
  ref: JobRef,
  applicationId: string,
  noteKey: string,
  request: ConsistencyRequest,
) =>
  call(shape, address(ref, applicationId, `/${encodeURIComponent(noteKey)}`), {
    ...json(request),
    method: 'PUT',
  })
