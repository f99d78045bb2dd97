import 'server-only'
import { and, arrayContains, arrayOverlaps, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { FacetKey } from '@/lib/contracts/facets'
import type { View, YearsRange } from '@/lib/contracts/view'
import { searchTerms } from '@/lib/domain/search'
import { candidate } from '@/lib/server/db/schema'
import { ofJob } from './candidates'
import { choiceKey, placeKeys } from './index-keys'
import type { JobKey } from './jobs'
import { hasNews } from './visits'

const escaped = (term: string) => term.replace(/[\\%_]/g, (sign) => `\\${sign}`)

// A range of years matches whoever may have that many: their fewest and most whole years touch it.
function matchesYears({ min, max }: YearsRange): SQL | undefined {
  return and(
    sql`${candidate.months} is not null`,
    min === null ? undefined : sql`${candidate.monthsMax} >= ${min * 12}`,
    max === null ? undefined : sql`${candidate.months} < ${(max + 1) * 12}`,
  )
}

const conditions = {
  q: ({ q }) =>
    and(...searchTerms(q).map((term) => sql`${candidate.searchText} like ${`%${escaped(term)}%`}`)),
  rating: ({ rating }) => (rating.length > 0 ? inArray(candidate.rating, rating) : undefined),
  top: ({ top }) => (top === null ? undefined : eq(candidate.isTopChoice, top)),
  company: ({ company }) =>
    company.length > 0 ? arrayOverlaps(candidate.companyFolded, company.map(choiceKey)) : undefined,
  location: ({ location }) =>
    or(...location.map((place) => arrayContains(candidate.placeFolded, placeKeys(place)))),
  years: ({ years }) => or(...years.map(matchesYears)),
  new: (view, key) => (view.new ? hasNews(key) : undefined),
} satisfies Record<FacetKey | 'q' | 'new', (view: View, key: JobKey) => SQL | undefined>

/** The stored rows of a job that a view shows. @param without a facet whose own choice does not count */
export function matches(key: JobKey, view: View, without?: FacetKey): SQL | undefined {
  const wanted = Object.entries(conditions).filter(([name]) => name !== without)
  return and(ofJob(key), ...wanted.map(([, condition]) => condition(view, key)))
}
