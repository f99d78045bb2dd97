import 'server-only'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { parseJobRef } from './job-call'

/** The job of `?job=` and `?account=`. @throws AppError invalid_parameter */
export const parseJobOfSearch = (search: URLSearchParams): JobRef =>
  parseJobRef({ params: { jobId: search.get('job') ?? '' }, search })

/** `counts=1`: with how many people each shows. @throws AppError invalid_parameter */
export function parseCounted(search: URLSearchParams): boolean {
  const text = search.get('counts') ?? '0'
  if (text !== '0' && text !== '1') throw new AppError('invalid_parameter', { reason: 'counts is 0 or 1.' })
  return text === '1'
}
