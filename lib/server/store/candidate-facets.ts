import 'server-only'
import { count, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetKey, Facets, FacetValue } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { matches } from './candidate-filter'
import type { JobKey } from './jobs'

const mostValues = 200
type Counting = (db: Db, where: SQL | undefined) => Promise<FacetValue[]>

const bands = [
  { value: '0-1', label: 'Under 2 years', min: 0, max: 1 },
  { value: '2-4', label: '2 to 4 years', min: 2, max: 4 },
  { value: '5-9', label: '5 to 9 years', min: 5, max: 9 },
  { value: '10-19', label: '10 to 19 years', min: 10, max: 19 },
  { value: '20-', label: '20 years or more', min: 20, max: null },
]
const ratingLabels: Record<string, string> = {
  GOOD_FIT: 'Good fit',
  MAYBE: 'Maybe',
  UNRATED: 'Unrated',
  NOT_A_FIT: 'Not a fit',
}

// Folded values are counted, and named as most people wrote them.
const ofList =
  (folded: PgColumn, written: PgColumn): Counting =>
  async (db, where) => {
    const { rows } = await db.execute<{ value: string; label: string; count: number }>(sql`
      select each.folded as value,
        mode() within group (order by each.written collate "C") as label,
        count(*)::int as count
      from ${candidate}, unnest(${folded}, ${written}) as each (folded, written)
      where ${where}
      group by each.folded
      order by count(*) desc, each.folded collate "C"
      limit ${mostValues}`)
    // What goes into the URL is what a reader would write.
    return rows.map(({ label, count: rowCount }) => ({ value: label, label, count: rowCount }))
  }

const counting: Record<FacetKey, Counting> = {
  async rating(db, where) {
    const rows = await db
      .select({ value: candidate.rating, count: count() })
      .from(candidate)
      .where(where)
      .groupBy(candidate.rating)
    const known = new Map(rows.map((row) => [row.value, row.count]))
    return Object.entries(ratingLabels)
      .map(([value, label]) => ({ value, label, count: known.get(value) ?? 0 }))
      .filter((each) => each.count > 0)
  },
  async top(db, where) {
    const rows = await db
      .select({ value: candidate.isTopChoice, count: count() })
      .from(candidate)
      .where(where)
      .groupBy(candidate.isTopChoice)
    return rows
      .map((row) => ({
        value: row.value ? '1' : '0',
        label: row.value ? 'Top choice' : 'Not marked',
        count: row.count,
      }))
      .sort((a, b) => b.value.localeCompare(a.value))
  },
  company: ofList(candidate.companyFolded, candidate.companies),
  location: ofList(candidate.placeFolded, candidate.places),
  async years(db, where) {
    const columns = bands.map(({ value, min, max }) => {
      const fits = sql`${candidate.monthsMax} >= ${min * 12} and ${
        max === null ? sql`true` : sql`${candidate.months} < ${(max + 1) * 12}`
      }`
      return [value, sql<number>`(count(*) filter (where ${fits}))::int`] as const
    })
    const [row] = await db.select(Object.fromEntries(columns)).from(candidate).where(where)
    return bands
      .map(({ value, label }) => ({ value, label, count: Number(row?.[value] ?? 0) }))
      .filter((each) => each.count > 0)
  },
}

/**
 * How many stored rows each choice would show, over the view without that facet's own choice; at most 200 values each,
 * most frequent first.
 */
export async function countFacets(db: Db, key: JobKey, view: View): Promise<Facets> {
  const counts = facetKeys.map(
    async (facet) => [facet, await counting[facet](db, matches(key, view, facet))] as const,
  )
  const all = db.select({ matched: count() }).from(candidate).where(matches(key, view))
  const [facets, [row]] = await Promise.all([Promise.all(counts), all])
  return { matched: row?.matched ?? 0, facets: Object.fromEntries(facets) as Facets['facets'] }
}
