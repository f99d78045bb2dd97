import 'server-only'
import { and, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type FacetKind, getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { DaysRange, FacetChoices, View, YearsRange } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import type { CandidateSource } from './candidate-source'
import { type FacetColumns, facetColumns, type ListColumns } from './facet-columns'
import { splitChoices } from './index-keys'
import { isFound, overlaps, textList } from './phrase-conditions'

type Expression = PgColumn | SQL

const monthsPerYear = 12
/** Milliseconds. */
export const dayMs = 86_400_000

const contains = (list: Expression, keys: string[]) => sql`${list} @> ${textList(keys)}`

const anyOf = (value: Expression, values: readonly (string | number)[]) =>
  sql`${value} in (${sql.join(
    values.map((each) => sql`${each}`),
    sql`, `,
  )})`

/** Rows with nothing in any list of a facet, or in those that decide what is unknown. */
export const hasNone = (columns: ListColumns, source: CandidateSource): SQL | undefined =>
  and(...(columns.unknownOf ?? columns.lists)(source).map(({ folded }) => sql`cardinality(${folded}) = 0`))

function inAny(columns: ListColumns, choices: readonly string[], source: CandidateSource): SQL | undefined {
  if (choices.length === 0) return undefined
  const { named, unknown } = splitChoices(choices)
  const wanted = named.map(columns.keys)
  // One test for all that ask for one value each; what asks for none is nobody's.
  const single = wanted.flatMap((keys) => (keys.length === 1 ? keys : []))
  const several = wanted.filter((keys) => keys.length > 1)
  const tests = columns
    .lists(source)
    .flatMap(({ folded }) => [
      ...(single.length > 0 ? [overlaps(folded, single)] : []),
      ...several.map((keys) => contains(folded, keys)),
    ])
  return or(...tests, unknown ? hasNone(columns, source) : undefined) ?? sql`false`
}

const inList = (
  columns: ListColumns,
  choices: readonly string[],
  source: CandidateSource,
): SQL | undefined =>
  columns.every
    ? and(...choices.map((choice) => inAny(columns, [choice], source)))
    : inAny(columns, choices, source)

/** Somebody may have that many years: the fewest and the most that their dates allow touch the range. */
export function inYears(
  { fewest, most }: FacetColumns['years'],
  { min, max }: YearsRange,
  source: CandidateSource,
): SQL | undefined {
  if (min === null && max === null) return sql`${fewest(source)} is null`
  return and(
    sql`${fewest(source)} is not null`,
    min === null ? undefined : sql`${most(source)} >= ${min * monthsPerYear}`,
    max === null ? undefined : sql`${fewest(source)} < ${(max + 1) * monthsPerYear}`,
  )
}

function inDays(time: Expression, { from, to }: DaysRange): SQL | undefined {
  if (from === null && to === null) return sql`${time} is null`
  return and(
    from === null ? undefined : sql`${time} >= ${Date.parse(from)}`,
    to === null ? undefined : sql`${time} < ${Date.parse(to) + dayMs}`,
  )
}

type KindChoices = {
  choice: string[]
  flag: boolean | null
  list: string[]
  years: YearsRange[]
  day: string[]
  days: DaysRange[]
}
type Conditions = {
  [Kind in FacetKind]: (
    columns: FacetColumns[Kind],
    choices: KindChoices[Kind],
    source: CandidateSource,
  ) => SQL | undefined
}
type Condition = (columns: unknown, choices: unknown, source: CandidateSource) => SQL | undefined

// Choices of a facet are alternatives, save those of a list that wants every one; none at all leave everyone in.
const conditions: Conditions = {
  choice: ({ value, stored }, choices, source) =>
    choices.length === 0 ? undefined : anyOf(value(source), choices.map(stored)),
  flag: ({ value }, choice, source) => (choice === null ? undefined : sql`${value(source)} = ${choice}`),
  list: inList,
  years: (columns, ranges, source) => or(...ranges.map((range) => inYears(columns, range, source))),
  day: ({ time }, days, source) => or(...days.map((day) => inDays(time(source), { from: day, to: day }))),
  days: ({ time }, ranges, source) => or(...ranges.map((range) => inDays(time(source), range))),
}

/** What the choices of one facet alone ask of a row. */
export const asks = (facet: FacetKey, view: FacetChoices, source: CandidateSource): SQL | undefined =>
  (conditions[getFacet(facet).kind] as Condition)(facetColumns[facet], view[facet], source)

function isNews(news: View['new'], { columns, hasNews }: CandidateSource): SQL | undefined {
  if (typeof news === 'string') return sql`${columns.firstSeenMs} >= ${Date.parse(news)}`
  return news ? hasNews : undefined
}

/** The rows of a source that a view shows. @param without a facet whose own choice does not count */
export function matches(source: CandidateSource, view: View, without?: FacetKey): SQL | undefined {
  const facets = facetKeys.filter((key) => key !== without)
  return and(
    source.where,
    isFound(source.columns, view.q),
    ...facets.map((key) => asks(key, view, source)),
    isNews(view.new, source),
  )
}
