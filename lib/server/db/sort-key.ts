import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** How the values of an order compare. */
export type SortShape = {
  /**
   * number: those that are equal keep the provider's order both ways · text, place: read backwards with all that is equal,
   * so that one index serves both ways.
   */
  kind: 'number' | 'text' | 'place'
  /** Of a number: the most that it can be. */
  max: number
  /** Some have none: they come last, both ways. */
  optional?: boolean
}

export const smallintShape: SortShape = { kind: 'number', max: 32_767 }
export const integerShape: SortShape = { kind: 'number', max: 2_147_483_647 }
export const bigintShape: SortShape = { kind: 'number', max: Number.MAX_SAFE_INTEGER }
export const placeShape: SortShape = { kind: 'place', max: 2_147_483_647 }
export const textShape: SortShape = { kind: 'text', max: 0, optional: true }

/** The last text there can be: what stands for a text that is unknown. In the other direction that is the first, ''. */
export const lastText = '\u{10ffff}'

/** What a list is ordered by in one direction: one text for the query and for the index that it reads. */
export function sortKey(
  column: SQLWrapper,
  { kind, max, optional = false }: SortShape,
  descending: boolean,
): SQL {
  if (kind === 'place') return sql`${column}`
  if (kind === 'text') {
    return descending ? sql`(coalesce(${column}, ''))` : sql`(coalesce(${column}, chr(1114111)))`
  }
  // Negated instead of read backwards: what is unknown comes last both ways, and equal keys keep the provider's order.
  if (optional) {
    const last = sql.raw(String(max))
    return descending ? sql`(coalesce(-${column}, ${last}))` : sql`(coalesce(${column}, ${last}))`
  }
  return descending ? sql`(-${column})` : sql`${column}`
}
