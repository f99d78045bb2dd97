import 'server-only'
import type { PeopleSearch } from '@/lib/server/candidates/search-people'
import { parseJobRef, parseLimit } from './job-call'

const maxLength = 200
const keys = ['q', 'criteria', 'cursor', 'limit']

/**
 * The search of an address for people who are stored: `q criteria account cursor limit`.
 * @returns null where it asks for none of these
 * @throws AppError invalid_parameter
 */
export function parsePeopleSearch(search: URLSearchParams): PeopleSearch | null {
  if (!keys.some((key) => search.has(key))) return null
  const jobId = search.get('criteria')
  return {
    criteria: jobId === null ? null : parseJobRef({ params: { jobId }, search }),
    q: (search.get('q') ?? '').trim().slice(0, maxLength),
    cursor: search.get('cursor') || null,
    limit: parseLimit(search),
  }
}
