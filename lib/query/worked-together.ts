import { queryOptions } from '@tanstack/react-query'
import type { JobRef } from '@/lib/url/paths'
import { api } from './bff'
import { call } from './http'
import { keys } from './options'

const shape = async () => (await import('@/lib/contracts/candidate')).workedTogether

/** Who of the same list was at one company with somebody at the same time. */
export const workedTogetherQuery = (ref: JobRef, applicationId: string) =>
  queryOptions({
    queryKey: [...keys.candidate(ref, applicationId), 'worked-together'],
    queryFn: ({ signal }) =>
      call(shape, api(ref, `/candidates/${encodeURIComponent(applicationId)}/worked-together`), { signal }),
    staleTime: 60_000,
  })
