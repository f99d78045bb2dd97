import { hostile } from './hostile'
import type { WireCandidate } from './people'

/** Everything that can go wrong on demand, in words for whoever arms it. */
export const faultKinds = [
  { kind: 'INVALID_API_KEY', label: 'The key is refused' },
  { kind: 'ACCOUNT_INACTIVE', label: 'The account is disconnected' },
  { kind: 'INVALID_ACCOUNT', label: 'The account is unknown' },
  { kind: 'INVALID_ACTION', label: 'The action is unknown' },
  { kind: 'INVALID_PARAMS', label: 'The parameters are refused' },
  { kind: 'INSUFFICIENT_CREDITS', label: 'The credits have run out' },
  { kind: 'RATE_LIMITED', label: 'Too many requests' },
  { kind: 'RATE_LIMITED_RETRY_AFTER', label: 'Too many requests, wait 1 second' },
  { kind: 'RATE_LIMITED_LONG', label: 'Too many requests, wait 90 seconds' },
  { kind: 'INTERNAL_ERROR', label: 'The provider fails' },
  { kind: 'UNKNOWN_CODE', label: 'An error nobody has documented' },
  { kind: 'html_403', label: 'A proxy refuses with a page (403)' },
  { kind: 'html_502', label: 'A proxy fails with a page (502)' },
  { kind: 'redirect', label: 'A redirect to elsewhere' },
  { kind: 'hang', label: 'No answer at all' },
  { kind: 'reset', label: 'The connection breaks, nothing billed' },
  { kind: 'reset_after_billing', label: 'The connection breaks after billing' },
  { kind: 'truncated', label: 'The answer breaks off' },
  { kind: 'misshapen', label: 'The answer is not a page' },
  { kind: 'short_page', label: 'A short page with more to come' },
  { kind: 'empty_page', label: 'An empty page with more to come' },
  { kind: 'stuck_offset', label: 'next_offset does not advance' },
  { kind: 'no_next_offset', label: 'next_offset is missing' },
  { kind: 'duplicate_ids', label: 'The same people twice in one answer' },
  { kind: 'unknown_rating', label: 'A rating nobody has documented' },
  { kind: 'null_fields', label: 'Profiles full of nothing' },
  { kind: 'extra_fields', label: 'Fields nobody has documented' },
  { kind: 'hostile_text', label: 'Hostile text and links' },
  { kind: 'unreadable_row', label: 'A row that cannot be read' },
  { kind: 'no_id', label: 'A row without an id' },
] as const

export type FaultKind = (typeof faultKinds)[number]['kind']
export type Fault = {
  kind: FaultKind
  /** Calls it spoils; 1 unless told. */
  times?: number
  /** Only calls for this job; any unless told. */
  jobId?: string
}

/** Error codes as documented, with their status. */
export const errorStatus: Record<string, number> = {
  INVALID_API_KEY: 403,
  ACCOUNT_INACTIVE: 403,
  INVALID_ACCOUNT: 404,
  INVALID_ACTION: 400,
  INVALID_PARAMS: 400,
  INSUFFICIENT_CREDITS: 402,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  UNKNOWN_CODE: 418,
}

export type Row = WireCandidate | Record<string, unknown>

const nothing = (row: WireCandidate): Row => ({
  application_id: row.application_id,
  rating: null,
  is_top_choice: null,
  top_choice_message: null,
  first_name: null,
  last_name: null,
  full_name: null,
  headline: null,
  public_identifier: null,
  profile_url: null,
  experiences: null,
})

/** The rows of a page, spoilt. Kinds that are not about rows leave them alone. */
export function spoilRows(kind: FaultKind | null, rows: WireCandidate[]): Row[] {
  const [first, ...others] = rows
  if (!first) return rows
  switch (kind) {
    case 'short_page':
      return rows.slice(0, Math.ceil(rows.length / 2))
    case 'empty_page':
      return []
    case 'duplicate_ids':
      return [...rows, ...rows.slice(0, Math.ceil(rows.length / 3))]
    case 'unknown_rating':
      return rows.map((row) => ({ ...row, rating: 'SUPER_FIT' }))
    case 'null_fields':
      return rows.map(nothing)
    case 'extra_fields':
      return rows.map((row) => ({ ...row, seniority: { level: 3 }, tags: ['x'] }))
    case 'hostile_text':
      return rows.map(hostile)
    case 'unreadable_row':
      return [{ ...first, headline: { text: 'not a text' }, experiences: 'none' }, ...others]
    case 'no_id':
      return [{ ...first, application_id: null }, ...others]
    default:
      return rows
  }
}
