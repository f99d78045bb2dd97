import 'server-only'
import { parseLimit } from './job-call'

const maxLength = 200
const keys = ['q', 'cursor', 'limit']

/**
 * The search of an address for people who are stored: `q cursor limit`.
 * @returns null where it asks for none of these
 * @throws AppError invalid_parameter
 */
export function parsePeopleSearch(
  search: URLSearchParams,
): { q: string; cursor: string | null; limit: number } | null {
  if (!keys.some((key) => search.has(key))) return null
  return {
    q: (search.get('q') ?? '').trim().slice(0, maxLength),
    cursor: search.get('cursor') || null,
    limit: parseLimit(search),
  }
}
