import 'server-only'
import { count, sql } from 'drizzle-orm'
import { type FacetKind, getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import { unknownChoice } from '@/lib/contracts/words'
import { yearsText } from '@/lib/domain/facet-words'
import type { Db } from '@/lib/server/db/open-database'
import { parseAsYearsRange } from '@/lib/url/years'
import { inYears } from './candidate-filter'
import { countDayRanges, countDays } from './day-values'
import { type FacetColumns, facetColumns } from './facet-columns'
import { type Counted, countList } from './list-values'

/** People by the value of a column, as the database writes it. */
async function byValue(
  { value }: FacetColumns['flag'],
  db: Db,
  { source, where }: Counted,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ value: sql<unknown>`${value(source)}`, count: count() })
    .from(source.table)
    .where(where)
    .groupBy(sql`1`)
  return new Map(rows.map((row) => [String(row.value), row.count]))
}

/** The fixed choices of a facet that somebody has, in the order of its definition. */
const fixedValues = (facet: FacetKey, counts: (choice: string) => number | undefined): FacetValue[] =>
  Object.entries(getFacet(facet).values ?? {})
    .map(([value, label]) => ({ value, label, count: counts(value) ?? 0 }))
    .filter((each) => each.count > 0)

async function countYears(
  columns: FacetColumns['years'],
  facet: FacetKey,
  db: Db,
  { source, where }: Counted,
): Promise<FacetValue[]> {
  const { bands = [], shortcuts = [] } = getFacet(facet)
  const choices = [...shortcuts, ...bands, unknownChoice].flatMap((value) => {
    const range = parseAsYearsRange.parse(value)
    return range ? [{ value, range }] : []
  })
  const counts = choices.map(({ value, range }) => {
    const people = sql<number>`(count(*) filter (where ${inYears(columns, range, source)}))::int`
    return [value, people] as const
  })
  const [row] = await db.select(Object.fromEntries(counts)).from(source.table).where(where)
  return choices
    .map(({ value, range }) => ({ value, label: yearsText(range), count: Number(row?.[value] ?? 0) }))
    .filter((each) => each.count > 0)
}

type Counting = {
  [Kind in FacetKind]: (
    columns: FacetColumns[Kind],
    facet: FacetKey,
    db: Db,
    counted: Counted,
  ) => Promise<FacetValue[]>
}
type Count = (columns: unknown, facet: FacetKey, db: Db, counted: Counted) => Promise<FacetValue[]>

const counting: Counting = {
  async choice({ value, stored }, facet, db, counted) {
    const counts = await byValue({ value }, db, counted)
    return fixedValues(facet, (choice) => counts.get(String(stored(choice))))
  },
  async flag(columns, facet, db, counted) {
    const counts = await byValue(columns, db, counted)
    // Who has it comes first.
    return fixedValues(facet, (choice) => counts.get(String(choice === '1'))).toReversed()
  },
  list: countList,
  years: countYears,
  day: (columns, _facet, db, counted) => countDays(columns, db, counted),
  days: (columns, _facet, db, counted) => countDayRanges(columns, db, counted),
}

/** How many people have each value of a facet, in the order in which its kind is listed. */
export const countValues = (facet: FacetKey, db: Db, counted: Counted): Promise<FacetValue[]> =>
  (counting[getFacet(facet).kind] as Count)(facetColumns[facet], facet, db, counted)
