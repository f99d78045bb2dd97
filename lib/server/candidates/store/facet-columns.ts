import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { decisions } from '@/lib/contracts/decision-words'
import type { facetDefinitions } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { citiesCalled } from '@/lib/domain/city-names'
import { companyKey } from '@/lib/domain/company-key'
import { countriesCalled } from '@/lib/domain/country-names'
import { foldText } from '@/lib/domain/search'
import { nameLabel } from '@/lib/url/name-label'
import type { CandidateSource } from './candidate-source'
import { toRank } from './derived-columns'
import type { ValueList } from './value-list'
import { choiceKey, companyChoice, placeChoice, placeKeys, titleKeys } from './index-keys'

/** A column of the source, or anything else that has one value for each of its rows: an `exists` on another table, say. */
type Value = (source: CandidateSource) => PgColumn | SQL

export type ListColumns = {
  lists: (source: CandidateSource) => readonly [ValueList, ...ValueList[]]
  /** The folded values that a choice asks for: a row must have all of them in one list. */
  keys: (choice: string) => string[]
  /** What is looked for in folded values: a part of one, or some of them whole. */
  find: (text: string) => { like: string; keys?: string[] }
  /** A value as it is chosen, where that is not how most people wrote it. */
  toChoice?: (folded: string, written: string) => string
  /** Those of them in which a person without a value counts as unknown; all of them when absent. */
  unknownOf?: (source: CandidateSource) => readonly ValueList[]
  /** What a reader sees of a choice; the choice itself where absent. */
  toLabel?: (choice: string) => string
  /** Its choices narrow each other, where those of other facets are alternatives. */
  every?: true
}

/** What the store reads for a facet of each kind. */
export type FacetColumns = {
  choice: { value: Value; stored: (choice: string) => string | number }
  flag: { value: Value }
  list: ListColumns
  /** Months: the fewest and the most that somebody's dates allow. */
  years: { fewest: Value; most: Value }
  /** Milliseconds since 1970. */
  day: { time: Value }
  days: { time: Value }
}

const companies = {
  keys: (company: string) => [companyChoice(company)],
  find: (text: string) => ({ like: companyKey(text) }),
}
const nothing = sql`null::int`
const noValues: ValueList = { folded: sql`array[]::text[]` }
const written = {
  keys: (text: string) => [choiceKey(text)],
  find: (text: string) => ({ like: foldText(text) }),
}
const findText = (text: string) => ({ like: foldText(text) })

/** Where the values of each facet are, by its kind (`contracts/facet-definitions.ts`). */
export const facetColumns = {
  rating: { value: ({ columns }) => columns.ratingRank, stored: toRank },
  top: { value: ({ columns }) => columns.isTopChoice },
  company: {
    ...companies,
    lists: ({ columns }) => [{ folded: columns.companyFolded, written: columns.companies }],
  },
  now: {
    ...companies,
    lists: ({ columns }) => [{ folded: columns.nowFolded, written: columns.nowCompanies }],
  },
  location: {
    lists: ({ columns }) => [
      {
        folded: columns.placeFolded,
        written: columns.places,
        group: 'place',
        except: { value: columns.countryFolded, group: 'country' },
      },
    ],
    keys: placeKeys,
    find: (text) => ({
      like: foldText(text),
      keys: [...countriesCalled(foldText(text)).map((code) => `=${code}`), ...citiesCalled(foldText(text))],
    }),
    toChoice: placeChoice,
  },
  years: { fewest: ({ columns }) => columns.months, most: ({ columns }) => columns.monthsMax },
  role: {
    ...written,
    lists: ({ columns }) => [{ folded: columns.nowTitleFolded, written: columns.nowTitles }],
  },
  tenure: { fewest: ({ columns }) => columns.tenure, most: ({ columns }) => columns.tenureMax },
  title: {
    lists: ({ columns }) => [{ folded: columns.titleWords }],
    keys: (words) => titleKeys([words]),
    find: findText,
  },
  education: {
    lists: ({ columns }) => [
      { folded: columns.schoolFolded, written: columns.schools, group: 'school' },
      { folded: columns.degreeFolded, written: columns.degrees, group: 'degree' },
    ],
    keys: (study) => [choiceKey(study)],
    find: findText,
  },
  applied: { time: ({ columns }) => columns.appliedMs },
  seen: { time: ({ columns }) => columns.firstSeenMs },
  decision: {
    value: ({ marks }) => sql`coalesce(${marks?.decisionRank ?? nothing}, 0)`,
    stored: (choice) => decisions.findIndex((decision) => decision === choice) + 1,
  },
  reason: { ...written, lists: ({ marks }) => [marks?.reason ?? noValues] },
  tag: { ...written, lists: ({ marks }) => [marks?.tags ?? noValues] },
  note: { ...written, lists: ({ marks }) => [marks?.noteAuthors ?? noValues] },
  criteria: {
    ...written,
    lists: ({ marks }) => [marks?.musts ?? noValues, marks?.nices ?? noValues, marks?.unmet ?? noValues],
    unknownOf: ({ marks }) => [marks?.musts ?? noValues, marks?.nices ?? noValues],
    toLabel: nameLabel,
    every: true,
  },
  opened: {
    value: ({ marks }) => sql`coalesce(${marks?.openedRank ?? nothing}, 0)`,
    stored: (choice) => ['nobody', 'others', 'me'].indexOf(choice),
  },
  decided: { value: ({ marks }) => marks?.decidedByReader ?? sql`false` },
  next: {
    value: ({ marks }) => sql`coalesce(${marks?.nextDueRank ?? nothing}, 0)`,
    stored: (choice) => ['none', 'overdue', 'today', 'week', 'later', 'open'].indexOf(choice),
  },
  nextfor: {
    value: ({ marks }) => sql`coalesce(${marks?.nextForRank ?? nothing}, 0)`,
    stored: (choice) => ['none', 'me', 'others', 'anyone'].indexOf(choice),
  },
} satisfies { [Key in FacetKey]: FacetColumns[(typeof facetDefinitions)[Key]['kind']] }

/** Where the values of a list are; null for a facet of another kind. */
export function getListColumns(facet: FacetKey): ListColumns | null {
  const columns = facetColumns[facet]
  return 'lists' in columns ? columns : null
}
