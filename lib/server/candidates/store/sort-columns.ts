import 'server-only'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { SortKey } from '@/lib/contracts/view'
import type { CandidateSource } from './candidate-source'

export type SortColumn = {
  /** A column of the source, or anything else that has one value for each of its rows. */
  value: (source: CandidateSource) => PgColumn | SQL
  /**
   * number: those that are equal keep the provider's order both ways · text, place: read backwards with all that is equal, so
   * that one index serves both ways.
   */
  kind: 'number' | 'text' | 'place'
  /** Of a number: the most that it can be. Where some have none, they come last both ways, as if they had this. */
  max?: number
  optional?: boolean
}

const maxSmallint = 32_767
const maxInteger = 2_147_483_647

/** Where the values of each sort are (`contracts/sort-definitions.ts`). */
export const sortColumns: Record<SortKey, SortColumn> = {
  position: { value: ({ columns }) => columns.position, kind: 'place', max: maxInteger },
  name: { value: ({ columns }) => columns.nameFolded, kind: 'text' },
  rating: { value: ({ columns }) => columns.ratingRank, kind: 'number', max: maxSmallint },
  years: { value: ({ columns }) => columns.months, kind: 'number', max: maxInteger, optional: true },
  seen: { value: ({ columns }) => columns.firstSeenMs, kind: 'number', max: Number.MAX_SAFE_INTEGER },
  applied: {
    value: ({ columns }) => columns.appliedMs,
    kind: 'number',
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  },
}
