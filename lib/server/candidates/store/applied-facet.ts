import 'server-only'
import { count, type SQL, sql } from 'drizzle-orm'
import type { FacetValue } from '@/lib/contracts/facets'
import type { Db } from '@/lib/server/db/open-database'
import type { CandidateSource } from './candidate-source'
import { parseAsDaysRange } from '@/lib/url/day'

const dayMs = 86_400_000
// A list of more days than this is read by months.
const maxDays = 31

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const dayRange = (day: string) => ({ from: day, to: day })

/** The month of a day as a range. */
function monthRange(day: string): { from: string; to: string } {
  const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return { from: `${day.slice(0, 7)}-01`, to: isoDay(Date.UTC(y, m, 1) - dayMs) }
}

/**
 * Days on which people applied, the latest first; by months where there are many. Who has none is counted apart, so that
 * all add up. None at all where nobody has one.
 */
export async function countApplied(
  db: Db,
  { source, where }: { source: CandidateSource; where: SQL | undefined },
): Promise<FacetValue[]> {
  const rows = await db
    .select({
      day: sql<number | null>`(${source.columns.appliedMs} / ${sql.raw(String(dayMs))})`.as('day'),
      count: count(),
    })
    .from(source.table)
    .where(where)
    .groupBy(sql`day`)
    .orderBy(sql`day desc nulls last`)
  const dated = rows.flatMap(({ day, count: people }) =>
    day === null ? [] : [{ day: isoDay(Number(day) * dayMs), people }],
  )
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
