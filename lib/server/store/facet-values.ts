import 'server-only'
import { and, count, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import { mostFacetValues } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { escaped } from './candidate-filter'
import { countApplied } from './applied-facet'
import { rankOf } from './derived-columns'
import { countEducation } from './education-facet'

/** What is counted: the rows, and of the values only those that have a text in them, where one is given. */
type Counted = { where: SQL | undefined; find: string | null }
type Counting = (db: Db, counted: Counted) => Promise<FacetValue[]>

/** Whole years of experience, as a facet counts them. */
export const bands = [
  { value: '0-1', label: 'Under 2 years', min: 0, max: 1 },
  { value: '2-4', label: '2 to 4 years', min: 2, max: 4 },
  { value: '5-9', label: '5 to 9 years', min: 5, max: 9 },
  { value: '10-19', label: '10 to 19 years', min: 10, max: 19 },
  { value: '20-', label: '20 years or more', min: 20, max: null },
]
export const ratingLabels: Record<string, string> = {
  GOOD_FIT: 'Good fit',
  MAYBE: 'Maybe',
  UNRATED: 'Unrated',
  NOT_A_FIT: 'Not a fit',
}

type Lists = { folded: PgColumn; written?: PgColumn; country?: PgColumn }
type ListRow = { folded: string; label: string; count: number; country?: boolean }

/**
 * Counts the values of a list that each row has. Folded values are counted, and named as most people wrote them; both
 * lists are unrolled side by side in the select list, which costs far less than `unnest` in `from`, and grouped by
 * hash: sorting every value of every row would cost more than reading them.
 */
function ofList({ folded, written, country }: Lists): Counting {
  const label = written ? sql`(array_agg(written order by n desc, written collate "C"))[1]` : sql`folded`
  return async (db, { where, find }) => {
    const wanted =
      find === null ? undefined : sql`where folded like ${`%${escaped(foldText(find))}%`} collate "C"`
    const { rows } = await db.execute<ListRow>(sql`
      with forms as (
        select folded, ${written ? sql`written,` : sql``} ${country ? sql`bool_or(folded = country) as country,` : sql``}
          count(*) as n
        from (
          select unnest(${folded}) as folded
            ${written ? sql`, unnest(${written}) as written` : sql``}
            ${country ? sql`, ${country} as country` : sql``}
          from ${candidate} where ${where}
        ) as each
        ${wanted}
        group by folded ${written ? sql`, written` : sql``}
      ), counted as (
        select folded, ${label} as label, sum(n)::int as count
          ${country ? sql`, coalesce(bool_or(country), false) as country` : sql``}
        from forms group by folded
      ), ranked as (
        select *, row_number() over (
          ${country ? sql`partition by country` : sql``} order by count desc, folded collate "C") as place
        from counted
      )
      select * from ranked where place <= ${mostFacetValues} order by count desc, folded collate "C"`)
    // What goes into the URL is what a reader would write.
    return rows.map(({ label: text, count: people, country: isCountry }) => ({
      value: text,
      label: text,
      count: people,
      ...(isCountry === undefined ? {} : { group: isCountry ? ('country' as const) : ('place' as const) }),
    }))
  }
}

const seenDay = sql<number>`(${candidate.firstSeenMs} / 86400000)`

/** How the values of each facet are counted, most frequent first. */
export const counting: Record<FacetKey, Counting> = {
  async rating(db, { where }) {
    const rows = await db
      .select({ rank: candidate.ratingRank, count: count() })
      .from(candidate)
      .where(where)
      .groupBy(candidate.ratingRank)
    const known = new Map(rows.map((row) => [row.rank, row.count]))
    return Object.entries(ratingLabels)
      .map(([value, label]) => ({ value, label, count: known.get(rankOf(value)) ?? 0 }))
      .filter((each) => each.count > 0)
  },
  async top(db, { where }) {
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
  company: ofList({ folded: candidate.companyFolded, written: candidate.companies }),
  now: ofList({ folded: candidate.nowFolded, written: candidate.nowCompanies }),
  location: ofList({
    folded: candidate.placeFolded,
    written: candidate.places,
    country: candidate.countryFolded,
  }),
  async years(db, { where }) {
    const columns = bands.map(({ value, min, max }) => {
      const fits = and(
        sql`${candidate.monthsMax} >= ${min * 12}`,
        max === null ? sql`${candidate.months} is not null` : sql`${candidate.months} < ${(max + 1) * 12}`,
      )
      return [value, sql<number>`(count(*) filter (where ${fits}))::int`] as const
    })
    const [row] = await db.select(Object.fromEntries(columns)).from(candidate).where(where)
    return bands
      .map(({ value, label }) => ({ value, label, count: Number(row?.[value] ?? 0) }))
      .filter((each) => each.count > 0)
  },
  title: ofList({ folded: candidate.titleWords }),
  education: countEducation,
  applied: countApplied,
  // Days, the latest first: they are looked for by when, not by how many.
  async seen(db, { where }) {
    const rows = await db
      .select({ day: seenDay.as('day'), count: count() })
      .from(candidate)
      .where(where)
      .groupBy(sql`day`)
      .orderBy(sql`day desc`)
      .limit(mostFacetValues)
    return rows.map((row) => {
      const value = new Date(Number(row.day) * 86_400_000).toISOString().slice(0, 10)
      return { value, label: value, count: row.count }
    })
  },
}
