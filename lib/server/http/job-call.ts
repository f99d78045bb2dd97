import 'server-only'
import * as z from 'zod'
import type { PageStart } from '@/lib/contracts/page-start'
import type { FacetKey } from '@/lib/contracts/facets'
import { holder } from '@/lib/contracts/triage'
import { facetKeys, jobIdPattern } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import type { Call } from './route'

/** The job that an address names, with `?account=`. @throws AppError invalid_parameter */
export function parseJobRef({ params, search }: Pick<Call, 'params' | 'search'>): JobRef {
  const { jobId = '' } = params
  if (!jobIdPattern.test(jobId)) {
    throw new AppError('invalid_parameter', {
      reason: 'A job id has 1 to 64 letters, digits, - or _. Copy it from the job’s address.',
    })
  }
  return { jobId, account: search.get('account') }
}

// The one letter that cannot be stored: nobody's id has it, and the database would refuse to look.
const isNobody = (applicationId: string) => applicationId.includes('\0')

/** The candidate that an address names. @throws AppError candidate_not_found */
export function parseApplicationId({ params }: Pick<Call, 'params'>): string {
  const { applicationId = '' } = params
  if (isNobody(applicationId)) throw new AppError('candidate_not_found')
  return applicationId
}

/** An id of ours that an address names. @throws AppError invalid_parameter */
export function parseId({ params }: Pick<Call, 'params'>, name: string): string {
  const id = params[name] ?? ''
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
    throw new AppError('invalid_parameter', { reason: `${name} has 1 to 64 letters, digits, - or _.` })
  }
  return id
}

const maxNamed = 100

/** The applications that an address names by `application=` for each, 1…100. @throws AppError invalid_parameter */
export function parseApplicationIds(search: URLSearchParams): string[] {
  const ids = search.getAll('application').filter((id) => id !== '' && !isNobody(id))
  if (ids.length > 0 && ids.length <= maxNamed) return ids
  throw new AppError('invalid_parameter', { reason: 'Name 1 to 100 applicants, each by application=.' })
}

const limitText = z.coerce.number().int().min(1).max(200)

/** `limit` of a page of rows, 1…200. @throws AppError invalid_parameter */
export function parseLimit(search: URLSearchParams, fallback = 50): number {
  const text = search.get('limit')
  if (text === null) return fallback
  const parsed = limitText.safeParse(text)
  if (!parsed.success) {
    throw new AppError('invalid_parameter', { reason: 'limit is a whole number from 1 to 200.' })
  }
  return parsed.data
}

/** Where a page starts: `cursor`, `around` a candidate, `at` a row number, or the top. @throws AppError invalid_parameter */
export function parsePageStart(search: URLSearchParams): PageStart {
  const cursor = search.get('cursor')
  if (cursor) return { cursor }
  const around = search.get('around')
  if (around) return isNobody(around) ? null : { around }
  const at = search.get('at')
  if (at === null) return null
  const row = z.coerce.number().int().min(0).max(10_000_000).safeParse(at)
  if (!row.success) throw new AppError('invalid_parameter', { reason: 'at is a row number, 0 or more.' })
  return { at: row.data }
}

/**
 * The facets that a call asks for, by `facet=company,now` or several of them, and a text their values must have.
 * @returns null for all facets, and for any value
 * @throws AppError invalid_parameter
 */
export function parseFacets(search: URLSearchParams): { asked: FacetKey[] | null; find: string | null } {
  const names = search.getAll('facet').flatMap((text) => text.split(','))
  const unknown = names.find((name) => !facetKeys.some((key) => key === name))
  if (unknown !== undefined) {
    throw new AppError('invalid_parameter', { reason: `facet is one or more of ${facetKeys.join(', ')}.` })
  }
  const find = search.get('find')?.trim().slice(0, 200) ?? ''
  return {
    asked: names.length === 0 ? null : facetKeys.filter((key) => names.includes(key)),
    find: find === '' ? null : find,
  }
}

/** The `Idempotency-Key` of a fetch, or null. @throws AppError invalid_parameter */
export function parseIdempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key !== null && !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new AppError('invalid_parameter', {
      reason: 'Idempotency-Key is 1 to 128 printable characters without spaces.',
    })
  }
  return key
}

/** `holder`: which tab has a claim. @throws AppError invalid_parameter */
export function parseHolder(search: URLSearchParams): string {
  const parsed = holder.safeParse(search.get('holder'))
  if (!parsed.success) {
    throw new AppError('invalid_parameter', { reason: 'holder is 8 to 64 letters, digits, - or _.' })
  }
  return parsed.data
}
