import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { SortKey } from '@/lib/contracts/view'
import { bigintShape, integerShape, smallintShape, type SortShape, textShape } from '@/lib/server/db/sort-key'
import type { CandidateSource } from './candidate-source'

export type SortColumn = SortShape & {
  /** A column of the source, or anything else that has one value for each of its rows. */
  value: (source: CandidateSource) => PgColumn | SQL
}

const nothing = sql`null::int`

/** Where the values of each sort are (`contracts/sort-definitions.ts`); an order has its indexes in `db/schema.ts`. */
export const sortColumns: Record<SortKey, SortColumn> = {
  position: { ...integerShape, backwards: true, value: ({ columns }) => columns.position },
  name: { ...textShape, value: ({ columns }) => columns.nameFolded },
  rating: { ...smallintShape, value: ({ columns }) => columns.ratingRank },
  years: { ...integerShape, optional: true, value: ({ columns }) => columns.months },
  seen: { ...bigintShape, value: ({ columns }) => columns.firstSeenMs },
  applied: { ...bigintShape, optional: true, value: ({ columns }) => columns.appliedMs },
  top: { ...smallintShape, value: ({ columns }) => sql`(${columns.isTopChoice}::int)` },
  decision: { ...smallintShape, optional: true, value: ({ marks }) => marks?.decisionRank ?? nothing },
  votes: { ...smallintShape, optional: true, value: ({ marks }) => marks?.votesFor ?? nothing },
}
