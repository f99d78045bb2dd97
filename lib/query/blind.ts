import { queryOptions } from '@tanstack/react-query'
import type { BlindAnswer } from '@/lib/contracts/blind'
import type { JobRef } from '@/lib/url/paths'
import { answer } from './answers'
import { api } from './bff'
import { call } from './http'
import { keys } from './options'

/** Whether the reader is in a blind review of a job. @param show the service, on the server; by HTTP otherwise */
export const blindQuery = (
  ref: JobRef,
  show: (signal?: AbortSignal) => Promise<BlindAnswer> = (signal) =>
    call(answer('blindAnswer'), api(ref, '/blind'), { signal }),
) =>
  queryOptions({
    queryKey: [...keys.job(ref), 'blind'],
    queryFn: ({ signal }) => show(signal),
    staleTime: 60_000,
  })
