import 'server-only'
import { and, count, or, type SQL, sql } from 'drizzle-orm'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import { mostFacetValues, unknownChoice } from '@/lib/contracts/words'
import { companyKey } from '@/lib/domain/company-key'
import { citiesCalled } from '@/lib/domain/city-names'
import { countriesCalled } from '@/lib/domain/country-names'
import { foldText } from '@/lib/domain/search'
import type { Db } from '@/lib/server/db/open-database'
import { countApplied } from './applied-facet'
import { isEmpty } from './candidate-filter'
import type { CandidateSource, SourceColumns } from './candidate-source'
import { escaped } from '@/lib/server/platform/like-pattern'
import { rankOf } from './derived-columns'
import { countEducation } from './education-facet'
import { placeChoice } from './index-keys'

/** What is counted: the rows, and of the values only those that have a text in them, where one is given. */
type Counted = { source: CandidateSource; where: SQL | undefined; find: string | null }
type Counting = (db: Db, counted: Counted) => Promise<FacetValue[]>

/** Whole years of experience, as a facet counts them. */
export const bands = [
  { value: '0-1', label: 'Under 2 years', min: 0, max: 1 },
  { value: '2-4', label: '2 to 4 years', min: 2, max: 4 },
  { value: '5-9', label: '5 to 9 years', min: 5, max: 9 },
  { value: '10-19', label: '10 to 19 years', min: 10, max: 19 },
  { value: '20-', label: '20 years or more', min: 20, max: null },
]
/** People whose years are not known: they are in no other band. */
export const unknownYears = { value: unknownChoice, label: 'Unknown' }
export const ratingLabels: Record<string, string> = {
  GOOD_FIT: 'Good fit',
  MAYBE: 'Maybe',
  UNRATED: 'Unrated',
  NOT_A_FIT: 'Not a fit',
  UNKNOWN: 'Unknown',
}

/** Where nothing is known, as a choice of a list. */
export const unknownLabels = { company: 'Unknown', now: 'None known', location: 'Unknown', title: 'Unknown' }

type Lists = {
  facet: keyof typeof unknownLabels
  folded: (keyof SourceColumns & `${string}Folded`) | 'titleWords'
  written?: keyof SourceColumns
  country?: keyof SourceColumns
  /** What is looked for among the keys. */
  findKeys: (find: string) => { like: string; keys?: string[] }
}
type ListRow = { folded: string; label: string; forms: string[] | null; count: number; country?: boolean }

/** Does a reader who types this look for what is unknown? */
export const findsUnknown = (find: string | null, label: string): boolean =>
  find === null || foldText(label).includes(foldText(find))

/**
 * Counts the values of a list that each row has. Folded values are counted, and named as most people wrote them; both
 * lists are unrolled side by side in the select list, which costs far less than `unnest` in `from`, and grouped by
 * hash: sorting every value of every row would cost more than reading them.
 */
function ofList({ facet, folded, written, country, findKeys }: Lists): Counting {
  // As most people wrote it; of two that as many wrote, the one with its accents.
  const order = sql`order by n desc, (written collate "C" ~ '[^\\x01-\\x7f]') desc, written collate "C"`
  const label = written ? sql`(array_agg(written ${order}))[1]` : sql`folded`
  const forms = written ? sql`(array_agg(written ${order}))[2:6]` : sql`null::text[]`
  return async (db, { source: { table, columns }, where, find }) => {
    const { rows } = await db.execute<ListRow>(sql`
      with forms as (
        select folded, ${written ? sql`written,` : sql``} ${country ? sql`bool_or(folded = country) as country,` : sql``}
          count(*) as n
        from (
          select unnest(${columns[folded]}) as folded
            ${written ? sql`, unnest(${columns[written]}) as written` : sql``}
            ${country ? sql`, ${columns[country]} as country` : sql``}
          from ${table} where ${where}
        ) as each
        ${find === null ? undefined : wanted(find, findKeys(find), written !== undefined)}
        group by folded ${written ? sql`, written` : sql``}
      ), counted as (
        select folded, ${label} as label, ${forms} as forms, sum(n)::int as count
          ${country ? sql`, coalesce(bool_or(country), false) as country` : sql``}
        from forms group by folded
      ), ranked as (
        select *, row_number() over (
          ${country ? sql`partition by country` : sql``} order by count desc, folded collate "C") as place
        from counted
      )
      select * from ranked where place <= ${mostFacetValues} order by count desc, folded collate "C"`)
    const named = rows.map((row) => toListValue(facet, row))
    if (!findsUnknown(find, unknownLabels[facet])) return named
    const [nothing] = await db
      .select({ count: count() })
      .from(table)
      .where(and(where, isEmpty(columns[folded])))
    return nothing && nothing.count > 0
      ? [...named, { value: unknownChoice, label: unknownLabels[facet], count: nothing.count }]
      : named
  }
}

function wanted(find: string, { like, keys = [] }: ReturnType<Lists['findKeys']>, written: boolean): SQL {
  const among = sql`folded like ${`%${escaped(like)}%`} collate "C"`
  const asWritten = sql`lower(written collate "C") like ${`%${escaped(find.toLowerCase())}%`} collate "C"`
  return sql`where ${or(
    like === '' ? undefined : among,
    written ? asWritten : undefined,
    keys.length > 0
      ? sql`folded in (${sql.join(
          keys.map((key) => sql`${key}`),
          sql`, `,
        )})`
      : undefined,
  )}`
}

/** One value of a list: what goes into the URL is what a reader would write. */
export function toListValue(
  facet: keyof typeof unknownLabels,
  { folded, label: written, forms, count: people, country }: ListRow,
): FacetValue {
  const label = facet === 'location' ? placeChoice(folded, written) : written
  return {
    ...{ value: label, label, count: people },
    ...(forms && forms.length > 0 ? { forms } : {}),
    ...(country === undefined ? {} : { group: country ? ('country' as const) : ('place' as const) }),
  }
}

/** What of the keys of companies and of places a text is looked for in. */
export const findCompany = (find: string) => ({ like: companyKey(find) })
export const findPlace = (find: string) => ({
  like: foldText(find),
  keys: [...countriesCalled(foldText(find)).map((code) => `=${code}`), ...citiesCalled(foldText(find))],
})

/** How the values of each facet are counted, most frequent first. */
export const counting: Record<FacetKey, Counting> = {
  async rating(db, { source, where }) {
    const rows = await db
      .select({ rank: sql<number>`${source.columns.ratingRank}`, count: count() })
      .from(source.table)
      .where(where)
      .groupBy(source.columns.ratingRank)
    const known = new Map(rows.map((row) => [row.rank, row.count]))
    return Object.entries(ratingLabels)
      .map(([value, label]) => ({ value, label, count: known.get(rankOf(value)) ?? 0 }))
      .filter((each) => each.count > 0)
  },
  async top(db, { source, where }) {
    const rows = await db
      .select({ value: sql<boolean>`${source.columns.isTopChoice}`, count: count() })
      .from(source.table)
      .where(where)
      .groupBy(source.columns.isTopChoice)
    return rows
      .map((row) => ({
        value: row.value ? '1' : '0',
        label: row.value ? 'Top choice' : 'Not marked',
        count: row.count,
      }))
      .sort((a, b) => b.value.localeCompare(a.value))
  },
  company: ofList({
    ...{ facet: 'company', folded: 'companyFolded', written: 'companies' },
    findKeys: findCompany,
  }),
  now: ofList({
    ...{ facet: 'now', folded: 'nowFolded', written: 'nowCompanies' },
    findKeys: findCompany,
  }),
  location: ofList({
    facet: 'location',
    findKeys: findPlace,
    folded: 'placeFolded',
    written: 'places',
    country: 'countryFolded',
  }),
  async years(db, { source, where }) {
    const { months, monthsMax } = source.columns
    const columns = bands.map(({ value, min, max }) => {
      const fits = and(
        sql`${monthsMax} >= ${min * 12}`,
        max === null ? sql`${months} is not null` : sql`${months} < ${(max + 1) * 12}`,
      )
      return [value, sql<number>`(count(*) filter (where ${fits}))::int`] as const
    })
    const unknown = sql<number>`(count(*) filter (where ${months} is null))::int`
    const [row] = await db
      .select(Object.fromEntries([...columns, [unknownChoice, unknown] as const]))
      .from(source.table)
      .where(where)
    return [...bands, unknownYears]
      .map(({ value, label }) => ({ value, label, count: Number(row?.[value] ?? 0) }))
      .filter((each) => each.count > 0)
  },
  title: ofList({
    ...{ facet: 'title', folded: 'titleWords' },
    findKeys: (find) => ({ like: foldText(find) }),
  }),
  education: countEducation,
  applied: countApplied,
  // Days, the latest first: they are looked for by when, not by how many.
  async seen(db, { source, where }) {
    const rows = await db
      .select({ day: sql<number>`(${source.columns.firstSeenMs} / 86400000)`.as('day'), count: count() })
      .from(source.table)
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
