import 'server-only'
import { and, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import { getSort } from '@/lib/contracts/sort-definitions'
import type { SortKey, SortRule, View } from '@/lib/contracts/view'
import { sortKeys } from '@/lib/contracts/words'
import { searchTerms } from '@/lib/domain/search'
import { lastText, sortKey } from '@/lib/server/db/sort-key'
import type { CandidateSource } from './candidate-source'
import { sortColumns } from './sort-columns'

type Part = { expression: SQL; descending: boolean }
type Value = string | number

/** Written so that it reads along an index of its own. */
const toPart = ({ key, descending }: SortRule, source: CandidateSource, terms: readonly string[]): Part => ({
  expression: sortKey(sortColumns[key].value(source, terms), sortColumns[key], descending),
  descending: descending && sortColumns[key].backwards === true,
})

/** Where a row stands in each order. */
export type OrderRow = { id: string } & { [Key in SortKey as `by_${Key}`]: Value | null }

/** The same value, of a row at hand. */
function toValue({ key, descending }: SortRule, row: OrderRow): Value {
  const value = row[`by_${key}`]
  const { type, max, backwards = false, last } = sortColumns[key]
  if (type === 'text') return value ?? (descending ? '' : lastText)
  if (value === null) return max
  if (value === last) return value
  return descending && !backwards ? -value : value
}

const isText = (value: Value | undefined) => typeof value === 'string' && !value.includes('\0')
/** What a cursor may hold: a value that somebody made up must not reach the database as something else. */
function fits(key: SortKey, value: Value | undefined): boolean {
  const { type, max } = sortColumns[key]
  return type === 'text' ? isText(value) : Number.isInteger(value) && Math.abs(Number(value)) <= max
}

/** The columns that tell where a row stands. */
export function orderColumns(source: CandidateSource, { q }: Pick<View, 'q'>) {
  const terms = searchTerms(q)
  const columns = sortKeys.map((key) => {
    const { value, type } = sortColumns[key]
    const column = sql<Value | null>`${value(source, terms)}`
    return [`by_${key}`, type === 'text' ? column : column.mapWith(Number)] as const
  })
  return {
    id: sql<string>`${source.columns.id}`,
    ...(Object.fromEntries(columns) as { [Key in SortKey as `by_${Key}`]: SQL<Value | null> }),
  }
}

// Names that are the same are read backwards with the rest, so that one index serves the whole order.
function tieBreaker(sort: readonly SortRule[]): SortRule {
  const [only, another] = sort
  const isBackwards = another === undefined && only?.descending && sortColumns[only.key].backwards
  return { key: 'position', descending: isBackwards === true }
}

const nameRule = ({ key, descending }: SortRule, terms: readonly string[]): string =>
  `${descending ? '-' : ''}${key}${getSort(key).needsSearch ? ` ${terms.join(' ')}` : ''}`

/** The total order of a view: its rules, then the provider's, then the id. */
export function toOrder({ q, sort }: Pick<View, 'q' | 'sort'>, source: CandidateSource) {
  const terms = searchTerms(q)
  const rules = sort.some(({ key }) => key === 'position') ? sort : [...sort, tieBreaker(sort)]
  const lead = rules.map((rule) => toPart(rule, source, terms))
  const tie: Part = {
    expression: sql`${source.columns.id}`,
    descending: lead.at(-1)?.descending ?? false,
  }
  const all = [...lead, tie]

  return {
    /** Bound to the order: a cursor of another one is refused. */
    name: rules.map((rule) => nameRule(rule, terms)).join(','),
    valuesOf: (row: OrderRow): Value[] => [...rules.map((rule) => toValue(rule, row)), row.id],
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
