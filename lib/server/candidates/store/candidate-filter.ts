import 'server-only'
import { and, arrayContains, arrayOverlaps, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetKey } from '@/lib/contracts/facets'
import type { DaysRange, View, YearsRange } from '@/lib/contracts/view'
import { searchTerms } from '@/lib/domain/search'
import type { CandidateSource, SourceColumns } from './candidate-source'
import { rankOf } from './derived-columns'
import { choiceKey, companyChoice, placeKeys, placesCalled, splitChoices, titleKeys } from './index-keys'
import { unknownEducation } from './education-facet'
import { escaped } from '@/lib/server/platform/like-pattern'

// A range of years matches whoever may have that many: their fewest and most whole years touch it.
function matchesYears({ months, monthsMax }: SourceColumns, { min, max }: YearsRange): SQL | undefined {
  if (min === null && max === null) return sql`${months} is null`
  return and(
    sql`${months} is not null`,
    min === null ? undefined : sql`${monthsMax} >= ${min * 12}`,
    max === null ? undefined : sql`${months} < ${(max + 1) * 12}`,
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
function firstSeenOn({ firstSeenMs }: SourceColumns, day: string): SQL | undefined {
  const from = Date.parse(`${day}T00:00:00Z`)
  return sql`(${firstSeenMs} >= ${from} and ${firstSeenMs} < ${from + dayMs})`
}

function appliedIn({ appliedMs }: SourceColumns, { from, to }: DaysRange): SQL | undefined {
  if (from === null && to === null) return sql`${appliedMs} is null`
  return and(
    from === null ? undefined : sql`${appliedMs} >= ${Date.parse(from)}`,
    to === null ? undefined : sql`${appliedMs} < ${Date.parse(to) + dayMs}`,
  )
}

function studied({ schoolFolded, degreeFolded }: SourceColumns, education: string): SQL | undefined {
  if (education === unknownEducation) {
    return sql`cardinality(${schoolFolded}) + cardinality(${degreeFolded}) = 0`
  }
  const keys = [choiceKey(education)]
  return or(arrayOverlaps(schoolFolded, keys), arrayOverlaps(degreeFolded, keys))
}

// A word of a search that names a city or a country finds it as it is written in other languages too.
function hasTerm({ searchText, placeFolded }: SourceColumns, term: string): SQL | undefined {
  const written = sql`${searchText} like ${`%${escaped(term)}%`}`
  const places = placesCalled(term)
  return places.length === 0 ? written : or(written, arrayOverlaps(placeFolded, places))
}

const conditions = {
  q: ({ q }, { columns }) => and(...searchTerms(q).map((term) => hasTerm(columns, term))),
  rating: ({ rating }, { columns }) =>
    rating.length > 0 ? inArray(columns.ratingRank, rating.map(rankOf)) : undefined,
  top: ({ top }, { columns }) => (top === null ? undefined : eq(columns.isTopChoice, top)),
  company: ({ company }, { columns }) =>
    anyChoice(columns.companyFolded, company, (named) =>
      arrayOverlaps(columns.companyFolded, named.map(companyChoice)),
    ),
  now: ({ now }, { columns }) =>
    anyChoice(columns.nowFolded, now, (named) => arrayOverlaps(columns.nowFolded, named.map(companyChoice))),
  location: ({ location }, { columns }) =>
    anyChoice(columns.placeFolded, location, (named) =>
      or(...named.map((place) => hasAll(columns.placeFolded, placeKeys(place)))),
    ),
  years: ({ years }, { columns }) => or(...years.map((range) => matchesYears(columns, range))),
  title: ({ title }, { columns }) =>
    anyChoice(columns.titleWords, title, (named) =>
      or(...named.map((words) => hasAll(columns.titleWords, titleKeys([words])))),
    ),
  seen: ({ seen }, { columns }) => or(...seen.map((day) => firstSeenOn(columns, day))),
  applied: ({ applied }, { columns }) => or(...applied.map((range) => appliedIn(columns, range))),
  education: ({ education }, { columns }) => or(...education.map((choice) => studied(columns, choice))),
  new(view, { columns, hasNews }) {
    if (typeof view.new === 'string') return sql`${columns.firstSeenMs} >= ${Date.parse(view.new)}`
    return view.new ? hasNews : undefined
  },
} satisfies Record<FacetKey | 'q' | 'new', (view: View, source: CandidateSource) => SQL | undefined>

/** The rows of a source that a view shows. @param without a facet whose own choice does not count */
export function matches(source: CandidateSource, view: View, without?: FacetKey): SQL | undefined {
  const wanted = Object.entries(conditions).filter(([name]) => name !== without)
  return and(source.where, ...wanted.map(([, condition]) => condition(view, source)))
}

/** What the choices of one facet alone ask of a row. */
export const asks = (facet: FacetKey, view: View, source: CandidateSource): SQL | undefined =>
  conditions[facet](view, source)
