import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** How the values of an order compare. */
export type SortShape = {
  type: 'number' | 'text'
  /** Of a number: the most that it can be. */
  max: number
  /** Some have none: they come last, both ways. */
  optional?: boolean
  /** A number that comes after all others both ways, before those who have none. */
  last?: number
  /** Downwards it is read backwards, with all that is equal, so that one index serves both ways. */
  backwards?: boolean
}

export const smallintShape: SortShape = { type: 'number', max: 32_767 }
export const integerShape: SortShape = { type: 'number', max: 2_147_483_647 }
/** Stands for something that has no day. */
export const noDay = 99_999_999

export const bigintShape: SortShape = { type: 'number', max: Number.MAX_SAFE_INTEGER }
export const textShape: SortShape = { type: 'text', max: 0, optional: true, backwards: true }

/** The last text there can be: what stands for a text that is unknown. In the other direction that is the first, ''. */
export const lastText = '\u{10ffff}'

const keepLast = (column: SQLWrapper, last: number): SQL => {
  const value = sql.raw(String(last))
  return sql`case ${column} when ${value} then ${value} else -${column} end`
}

/**
 * What a list is ordered by in one direction: one text for the query and for the index that it reads.
 * @param column any value of a row; a flag as `(column::int)`
 */
export function sortKey(column: SQLWrapper, shape: SortShape, descending: boolean): SQL {
  const { type, max, optional = false, backwards = false, last } = shape
  if (type === 'text') {
    return descending ? sql`(coalesce(${column}, ''))` : sql`(coalesce(${column}, chr(1114111)))`
  }
  // Negated instead of read backwards: what is unknown comes last both ways, and equal keys keep the provider's order.
  const negated = last === undefined ? sql`-${column}` : keepLast(column, last)
  const directed = descending && !backwards ? negated : sql`${column}`
  if (optional) return sql`(coalesce(${directed}, ${sql.raw(String(max))}))`
  return descending && !backwards ? sql`(${directed})` : directed
}
