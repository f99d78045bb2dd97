import 'server-only'
import { and, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import type { SortKey, SortRule, View } from '@/lib/contracts/view'
import type { CandidateSource, SourceColumns } from './candidate-source'

// The first and the last text there can be: where someone without a name stands, in either direction.
const last = '\u{10ffff}'
const never = 2_147_483_647

type Part = { expression: SQL; descending: boolean }
type Value = string | number

// Written so that each reads one way along an index of its own: what is unknown comes last both ways, and equal keys
// keep the provider's order.
const parts: Record<SortKey, (columns: SourceColumns, descending: boolean) => Part> = {
  position: ({ position }, descending) => ({ expression: sql`${position}`, descending }),
  name: ({ nameFolded }, descending) => ({
    expression: descending
      ? sql`(coalesce(${nameFolded}, ''))`
      : sql`(coalesce(${nameFolded}, chr(1114111)))`,
    descending,
  }),
  rating: ({ ratingRank }, descending) => ({
    expression: descending ? sql`(-${ratingRank})` : sql`${ratingRank}`,
    descending: false,
  }),
  years: ({ months }, descending) => ({
    expression: descending ? sql`(coalesce(-${months}, 2147483647))` : sql`(coalesce(${months}, 2147483647))`,
    descending: false,
  }),
  seen: ({ firstSeenMs }, descending) => ({
    expression: descending ? sql`(-${firstSeenMs})` : sql`${firstSeenMs}`,
    descending: false,
  }),
  applied: ({ appliedMs }, descending) => ({
    expression: descending
      ? sql`(coalesce(-${appliedMs}, 9007199254740991))`
      : sql`(coalesce(${appliedMs}, 9007199254740991))`,
    descending: false,
  }),
}

/** The same values, of one row at hand. */
export type OrderRow = {
  position: number
  id: string
  nameFolded: string | null
  ratingRank: number
  months: number | null
  firstSeenMs: number
  appliedMs: number | null
}
const values: Record<SortKey, (row: OrderRow, descending: boolean) => Value> = {
  position: ({ position }) => position,
  name: ({ nameFolded }, descending) => nameFolded ?? (descending ? '' : last),
  rating: ({ ratingRank }, descending) => (descending ? -ratingRank : ratingRank),
  years: ({ months }, descending) => (months === null ? never : descending ? -months : months),
  seen: ({ firstSeenMs }, descending) => (descending ? -firstSeenMs : firstSeenMs),
  applied: ({ appliedMs }, descending) =>
    appliedMs === null ? Number.MAX_SAFE_INTEGER : descending ? -appliedMs : appliedMs,
}

// What a cursor may hold for each: one that somebody made up must not reach the database as something else.
const largest: Record<Exclude<SortKey, 'name'>, number> = {
  position: never,
  years: never,
  rating: 32_767,
  seen: Number.MAX_SAFE_INTEGER,
  applied: Number.MAX_SAFE_INTEGER,
}
const isText = (value: Value | undefined) => typeof value === 'string' && !value.includes('\0')
const fits = (key: SortKey, value: Value | undefined) =>
  key === 'name' ? isText(value) : Number.isInteger(value) && Math.abs(Number(value)) <= largest[key]

/** The columns that tell where a row stands. */
export const orderColumns = ({ columns }: CandidateSource) => ({
  position: sql<number>`${columns.position}`,
  id: sql<string>`${columns.id}`,
  nameFolded: sql<string | null>`${columns.nameFolded}`,
  ratingRank: sql<number>`${columns.ratingRank}`,
  months: sql<number | null>`${columns.months}`,
  firstSeenMs: sql`${columns.firstSeenMs}`.mapWith(Number),
  appliedMs: sql<number | null>`${columns.appliedMs}`.mapWith((value) => Number(value)),
})

// Names that are the same are read backwards with the rest, so that one index serves the whole order.
const tieOf = (sort: readonly SortRule[]): SortRule => ({
  key: 'position',
  descending: sort.length === 1 && sort[0]?.key === 'name' && sort[0].descending,
})

/** The total order of a view: its rules, then the provider's, then the id. */
export function orderOf({ sort }: Pick<View, 'sort'>, { columns }: Pick<CandidateSource, 'columns'>) {
  const rules = sort.some(({ key }) => key === 'position') ? sort : [...sort, tieOf(sort)]
  const lead = rules.map(({ key, descending }) => parts[key](columns, descending))
  const tie: Part = {
    expression: sql`${columns.id}`,
    descending: lead.at(-1)?.descending ?? false,
  }
  const all = [...lead, tie]

  return {
    /** Bound to the order: a cursor of another one is refused. */
    name: rules.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(','),
    valuesOf: (row: OrderRow): Value[] => [
      ...rules.map(({ key, descending }) => values[key](row, descending)),
      row.id,
    ],
    /** Could a row of this order have these values? */
    holds: (at: readonly Value[]): boolean =>
      at.length === all.length && rules.every(({ key }, index) => fits(key, at[index])) && isText(at.at(-1)),
    by: (backwards: boolean): SQL[] =>
      all.map(({ expression, descending }) =>
        descending !== backwards ? sql`${expression} desc` : sql`${expression} asc`,
      ),
    /** Rows that come after these values, or before them. */
    beyond(at: readonly Value[], backwards: boolean): SQL | undefined {
      const first = all[0]?.descending ?? false
      if (all.every(({ descending }) => descending === first)) {
        const tuple = sql.join(
          all.map(({ expression }) => expression),
          sql`, `,
        )
        const bound = sql.join(
          at.map((value) => sql`${value}`),
          sql`, `,
        )
        return first !== backwards ? sql`(${tuple}) < (${bound})` : sql`(${tuple}) > (${bound})`
      }
      return or(
        ...all.map((part, index) =>
          and(
            ...all.slice(0, index).map((earlier, before) => eq(earlier.expression, at[before])),
            part.descending !== backwards ? lt(part.expression, at[index]) : gt(part.expression, at[index]),
          ),
        ),
      )
    },
  }
}
