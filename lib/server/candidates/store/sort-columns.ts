import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { SortKey } from '@/lib/contracts/view'
import { partBreak, searchParts } from './derived-columns'
import { hasTerms, isPlace } from './phrase-conditions'
import { searchPhrases } from './index-keys'
import {
  bigintShape,
  integerShape,
  noDay,
  smallintShape,
  type SortShape,
  textShape,
} from '@/lib/server/db/sort-key'
import type { CandidateSource } from './candidate-source'

export type SortColumn = SortShape & {
  /** A column of the source, or anything else that has one value for each of its rows. */
  value: (source: CandidateSource, terms: readonly string[]) => PgColumn | SQL
}

const nothing = sql`null::int`

/** How well a row fits a search: 0 for each phrase in its best part, more the further down it is found first. */
function fitTo({ columns }: CandidateSource, terms: readonly string[]): SQL {
  const fits = searchPhrases(terms).map((phrase) => {
    const found = searchParts.slice(0, -1).map((_, at) => {
      const part = sql`split_part(${columns.searchText}, ${partBreak}, ${sql.raw(String(at + 1))})`
      return sql`when ${hasTerms(part, phrase)} then ${sql.raw(String(at))}`
    })
    // Whoever lives there fits as well as whoever names it first.
    const place = phrase.places.length === 0 ? sql`` : sql`when ${isPlace(columns, phrase)} then 0`
    return sql`case ${place} ${sql.join(found, sql` `)} else ${sql.raw(String(found.length))} end`
  })
  return fits.length === 0 ? nothing : sql`(${sql.join(fits, sql` + `)})`
}

/**
 * A place that says nothing about an applicant: the same for one reader and job at every reading, unrelated to anybody
 * else's. Masked to 31 bits, so that a cursor holds it exactly.
 */
const shuffledPlace = ({ columns, shuffleSeed }: CandidateSource): SQL =>
  shuffleSeed === null
    ? nothing
    : sql`(hashtextextended(${columns.id}, ${shuffleSeed}::bigint) & 2147483647)::int`

/** Where the values of each sort are (`contracts/sort-definitions.ts`); an order has its indexes in `db/schema.ts`. */
export const sortColumns: Record<SortKey, SortColumn> = {
  match: { ...smallintShape, optional: true, value: fitTo },
  shuffled: { ...integerShape, value: shuffledPlace },
  position: { ...integerShape, backwards: true, value: ({ columns }) => columns.position },
  name: { ...textShape, value: ({ columns }) => columns.nameFolded },
  rating: { ...smallintShape, value: ({ columns }) => columns.ratingRank },
  years: { ...integerShape, optional: true, value: ({ columns }) => columns.months },
  seen: { ...bigintShape, value: ({ columns }) => columns.firstSeenMs },
  applied: { ...bigintShape, optional: true, value: ({ columns }) => columns.appliedMs },
  top: { ...smallintShape, value: ({ columns }) => sql`(${columns.isTopChoice}::int)` },
  decision: { ...smallintShape, optional: true, value: ({ marks }) => marks?.decisionRank ?? nothing },
  next: { ...integerShape, optional: true, last: noDay, value: ({ marks }) => marks?.nextDueDay ?? nothing },
  votes: { ...smallintShape, optional: true, value: ({ marks }) => marks?.votesFor ?? nothing },
}
