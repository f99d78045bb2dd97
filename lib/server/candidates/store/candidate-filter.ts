import 'server-only'
import { and, arrayContains, arrayOverlaps, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetKey } from '@/lib/contracts/facets'
import type { DaysRange, View, YearsRange } from '@/lib/contracts/view'
import { searchTerms } from '@/lib/domain/search'
import { candidate } from '@/lib/server/db/schema'
import { ofJob } from './candidates'
import { rankOf } from './derived-columns'
import { choiceKey, companyChoice, placeKeys, placesCalled, splitChoices, titleKeys } from './index-keys'
import { unknownEducation } from './education-facet'
import { escaped } from '@/lib/server/platform/like-pattern'
import { hasNews, type ReaderKey } from './visits'

// A range of years matches whoever may have that many: their fewest and most whole years touch it.
function matchesYears({ min, max }: YearsRange): SQL | undefined {
  if (min === null && max === null) return sql`${candidate.months} is null`
  return and(
    sql`${candidate.months} is not null`,
    min === null ? undefined : sql`${candidate.monthsMax} >= ${min * 12}`,
    max === null ? undefined : sql`${candidate.months} < ${(max + 1) * 12}`,
  )
}

// All the parts of one choice; one that has none is nobody's.
const hasAll = (column: PgColumn, keys: string[]) =>
  keys.length === 0 ? sql`false` : arrayContains(column, keys)

/** Nothing in a list of a row. */
export const isEmpty = (column: PgColumn): SQL => sql`cardinality(${column}) = 0`

/** Any of some choices of a list, or nothing in it where that is chosen. */
function anyChoice(column: PgColumn, values: readonly string[], test: (named: string[]) => SQL | undefined) {
  if (values.length === 0) return undefined
  const { named, unknown } = splitChoices(values)
  return or(named.length > 0 ? test(named) : undefined, unknown ? isEmpty(column) : undefined)
}

const dayMs = 86_400_000
function firstSeenOn(day: string): SQL | undefined {
  const from = Date.parse(`${day}T00:00:00Z`)
  return and(gte(candidate.firstSeenMs, from), lt(candidate.firstSeenMs, from + dayMs))
}

function appliedIn({ from, to }: DaysRange): SQL | undefined {
  if (from === null && to === null) return sql`${candidate.appliedMs} is null`
  return and(
    from === null ? undefined : sql`${candidate.appliedMs} >= ${Date.parse(from)}`,
    to === null ? undefined : sql`${candidate.appliedMs} < ${Date.parse(to) + dayMs}`,
  )
}

function studied(education: string): SQL | undefined {
  if (education === unknownEducation) {
    return sql`cardinality(${candidate.schoolFolded}) + cardinality(${candidate.degreeFolded}) = 0`
  }
  const keys = [choiceKey(education)]
  return or(arrayOverlaps(candidate.schoolFolded, keys), arrayOverlaps(candidate.degreeFolded, keys))
}

// A word of a search that names a city or a country finds it as it is written in other languages too.
function hasTerm(term: string): SQL | undefined {
  const written = sql`${candidate.searchText} like ${`%${escaped(term)}%`}`
  const places = placesCalled(term)
  return places.length === 0 ? written : or(written, arrayOverlaps(candidate.placeFolded, places))
}

const conditions = {
  q: ({ q }) => and(...searchTerms(q).map(hasTerm)),
  rating: ({ rating }) => (rating.length > 0 ? inArray(candidate.ratingRank, rating.map(rankOf)) : undefined),
  top: ({ top }) => (top === null ? undefined : eq(candidate.isTopChoice, top)),
  company: ({ company }) =>
    anyChoice(candidate.companyFolded, company, (named) =>
      arrayOverlaps(candidate.companyFolded, named.map(companyChoice)),
    ),
  now: ({ now }) =>
    anyChoice(candidate.nowFolded, now, (named) =>
      arrayOverlaps(candidate.nowFolded, named.map(companyChoice)),
    ),
  location: ({ location }) =>
    anyChoice(candidate.placeFolded, location, (named) =>
      or(...named.map((place) => hasAll(candidate.placeFolded, placeKeys(place)))),
    ),
  years: ({ years }) => or(...years.map(matchesYears)),
  title: ({ title }) =>
    anyChoice(candidate.titleWords, title, (named) =>
      or(...named.map((words) => hasAll(candidate.titleWords, titleKeys([words])))),
    ),
  seen: ({ seen }) => or(...seen.map(firstSeenOn)),
  applied: ({ applied }) => or(...applied.map(appliedIn)),
  education: ({ education }) => or(...education.map(studied)),
  new(view, key) {
    if (typeof view.new === 'string') return gte(candidate.firstSeenMs, Date.parse(view.new))
    return view.new ? hasNews(key) : undefined
  },
} satisfies Record<FacetKey | 'q' | 'new', (view: View, key: ReaderKey) => SQL | undefined>

/** The stored rows of a job that a view shows. @param without a facet whose own choice does not count */
export function matches(key: ReaderKey, view: View, without?: FacetKey): SQL | undefined {
  const wanted = Object.entries(conditions).filter(([name]) => name !== without)
  return and(ofJob(key), ...wanted.map(([, condition]) => condition(view, key)))
}

/** What the choices of one facet alone ask of a row. */
export const asks = (facet: FacetKey, view: View): SQL | undefined => conditions[facet](view)
