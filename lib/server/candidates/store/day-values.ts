import 'server-only'
import { count, type SQL, sql } from 'drizzle-orm'
import type { FacetValue } from '@/lib/contracts/facets'
import { maxFacetValues } from '@/lib/contracts/words'
import type { Db } from '@/lib/server/db/open-database'
import { parseAsDaysRange } from '@/lib/url/day'
import { dayMs } from './candidate-filter'
import type { FacetColumns } from './facet-columns'
import type { Counted } from './list-values'

// More days than this are read by months.
const maxDays = 31

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const dayRange = (day: string) => ({ from: day, to: day })

/** The month of a day as a range. */
function monthRange(day: string): { from: string; to: string } {
  const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return { from: `${day.slice(0, 7)}-01`, to: isoDay(Date.UTC(y, m, 1) - dayMs) }
}

/** People by day, the latest first: days are looked for by when, not by how many. Last, with null, who has none. */
async function byDay(
  time: FacetColumns['day']['time'],
  db: Db,
  { source, where }: Counted,
  limit?: number,
): Promise<{ day: string | null; count: number }[]> {
  const day: SQL<number | null> = sql`(${time(source)} / ${sql.raw(String(dayMs))})`
  const query = db
    .select({ day: day.as('day'), count: count() })
    .from(source.table)
    .where(where)
    .groupBy(sql`day`)
    .orderBy(sql`day desc nulls last`)
  const rows = await (limit === undefined ? query : query.limit(limit))
  return rows.map((row) => ({ ...row, day: row.day === null ? null : isoDay(Number(row.day) * dayMs) }))
}

/** Single days, the latest first. */
export async function countDays(
  { time }: FacetColumns['day'],
  db: Db,
  counted: Counted,
): Promise<FacetValue[]> {
  const rows = await byDay(time, db, counted, maxFacetValues)
  return rows.flatMap(({ day, count: people }) =>
    day === null ? [] : [{ value: day, label: day, count: people }],
  )
}

/**
 * Days as ranges, the latest first; months where there are many days. Who has none is counted apart, so that all add up.
 * None at all where nobody has one.
 */
export async function countDayRanges(
  { time }: FacetColumns['days'],
  db: Db,
  counted: Counted,
): Promise<FacetValue[]> {
  const rows = await byDay(time, db, counted)
  const dated = rows.flatMap(({ day, count: people }) => (day === null ? [] : [{ day, people }]))
  if (dated.length === 0) return []
  const rangeOf = dated.length > maxDays ? monthRange : dayRange
  const counts = new Map<string, number>()
  for (const { day, people } of dated) {
    const value = parseAsDaysRange.serialize(rangeOf(day))
    counts.set(value, (counts.get(value) ?? 0) + people)
  }
  const undated = rows.find(({ day }) => day === null)?.count ?? 0
  if (undated > 0) counts.set(parseAsDaysRange.serialize({ from: null, to: null }), undated)
  return [...counts].map(([value, people]) => ({ value, label: value, count: people }))
}
