import { queryOptions } from '@tanstack/react-query'
import type { BlindAnswer, BlindRequest } from '@/lib/contracts/blind'
import type { BlindScope } from '@/lib/contracts/blind-words'
import type { JobRef } from '@/lib/url/paths'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const answer = async () => (await import('@/lib/contracts/blind')).blindAnswer

/** The blind review of a job. Each call throws `ProblemError`. */
export const blindCalls = {
  show: (ref: JobRef, signal?: AbortSignal) => call(answer, api(ref, '/blind'), { signal }),
  start: (ref: JobRef, request: BlindRequest) =>
    call(answer, api(ref, '/blind'), { ...json(request), method: 'PUT' }),
  end: (ref: JobRef, scope: BlindScope) =>
    call(answer, api(ref, '/blind', `?scope=${scope}`), { method: 'DELETE' }),
  reveal: (ref: JobRef, applicationId: string) =>
    call(
      async () => (await import('@/lib/contracts/people')).done,
      api(ref, `/candidates/${encodeURIComponent(applicationId)}/reveal`),
      { method: 'POST' },
    ),
}

/** Whether the reader is in a blind review of a job. */
export const blindQuery = (ref: JobRef, show: (signal?: AbortSignal) => Promise<BlindAnswer>) =>
  queryOptions({ queryKey: [...keys.job(ref), 'blind'], queryFn: ({ signal }) => show(signal) })
