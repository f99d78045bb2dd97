import type { BlindRequest } from '@/lib/contracts/blind'
import type { BlindScope } from '@/lib/contracts/blind-words'
import type { JobRef } from '@/lib/url/paths'
import { api } from './bff'
import { answer } from './answers'
import { call, json } from './http'

/** What is done about a blind review. Each call throws `ProblemError`. */
export const blindCalls = {
  start: (ref: JobRef, request: BlindRequest) =>
    call(answer('blindAnswer'), api(ref, '/blind'), { ...json(request), method: 'PUT' }),
  end: (ref: JobRef, scope: BlindScope) =>
    call(answer('blindAnswer'), api(ref, '/blind', `?scope=${scope}`), { method: 'DELETE' }),
  reveal: (ref: JobRef, applicationId: string) =>
    call(
      async () => (await import('@/lib/contracts/people')).done,
      api(ref, `/candidates/${encodeURIComponent(applicationId)}/reveal`),
      { method: 'POST' },
    ),
}
