import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import { appliedMs } from '@/lib/domain/applied-at'
import { toMonthIndex } from '@/lib/domain/career-axis'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { growsAfter } from '@/lib/domain/tenure'
import { nameLines, searchLines } from '@/lib/domain/search'
import type { candidate } from '@/lib/server/db/schema'
import { consistencyKeys } from './consistency-keys'
import {
  companyChoices,
  countryKey,
  distinctChoices,
  identifierKey,
  nameKey,
  placeChoices,
  titleKeys,
} from './index-keys'

type Row = typeof candidate.$inferSelect

/** Raised with every change of what follows: rows stored under an older version are then read again. */
export const derivedVersion = 11

// Best first; a word the provider has not documented stands before the refusal, not after it.
const ranks: Record<string, number> = { GOOD_FIT: 0, MAYBE: 1, UNRATED: 2, NOT_A_FIT: 4 }

/** Where a rating stands among the others, the best at 0. */
export const toRank = (rating: string | null): number => ranks[rating ?? ''] ?? 3

const getName = ({ fullName, firstName, lastName }: Person) =>
  fullName ?? `${firstName ?? ''} ${lastName ?? ''}`

type Texts = readonly (string | null)[]

/** What is searched, in parts: a word in an earlier one tells more about who somebody is today. */
export const searchParts: readonly ((person: Person) => Texts)[] = [
  ({ headline, location }) => [headline, location],
  ({ experiences }) =>
    experiences.flatMap(({ title, company, current }) => (current ? [title, company] : [])),
  ({ experiences, topChoiceMessage }) => [
    ...experiences.flatMap(({ title, company, current }) => (current ? [] : [title, company])),
    topChoiceMessage,
  ],
  ({ experiences, education }) => [
    ...experiences.map(({ description }) => description),
    ...education.flatMap(({ school, degree, field }) => [school, degree, field]),
  ],
]
/** What stands between two parts: within one no line is empty. */
export const partBreak = '\n\n'

function buildSearchText(person: Person): string {
  // A line break between texts: no search term, being free of them, can match across two.
  const parts = searchParts.map((texts, at) => [
    ...(at === 0 ? nameLines(getName(person)) : []),
    ...texts(person).flatMap((text) => searchLines(text ?? '')),
  ])
  const text = parts.map((lines) => lines.join('\n')).join(partBreak)
  // Of somebody erased nothing is left, not even what would stand between.
  return text.trimEnd()
}

/** The current job begun last, by the lengths that its dates allow; null where none has readable dates. */
function findTenure({ experiences }: Person): { min: number; max: number } | null {
  const lengths = experiences.flatMap(({ current, months, monthsMax }) =>
    current && months !== null ? [{ min: months, max: monthsMax ?? months }] : [],
  )
  return lengths.sort((a, b) => a.min - b.min || a.max - b.max)[0] ?? null
}

/** What a row is searched, filtered and sorted by, read from the person as stored. */
export function derive(person: Person) {
  const { experiences, education, location, asOf } = person
  const companies = companyChoices(experiences.map(({ company }) => company))
  const now = companyChoices(experiences.filter(({ current }) => current).map(({ company }) => company))
  const nowTitles = distinctChoices(experiences.flatMap(({ title, current }) => (current ? [title] : [])))
  const tenure = findTenure(person)
  const places = placeChoices(location)
  const schools = distinctChoices(education.map(({ school }) => school))
  const degrees = distinctChoices(education.map(({ degree }) => degree))
  return {
    unreadable: person.unreadable,
    publicIdentifier: identifierKey(person.publicIdentifier),
    rating: person.rating,
    ratingRank: toRank(person.rating),
    isTopChoice: person.isTopChoice ?? false,
    nameFolded: nameKey(getName(person)),
    searchText: buildSearchText(person),
    companies: companies.written,
    companyFolded: companies.keys,
    nowCompanies: now.written,
    nowFolded: now.keys,
    nowTitles: nowTitles.written,
    nowTitleFolded: nowTitles.keys,
    tenure: tenure?.min ?? null,
    tenureMax: tenure?.max ?? null,
    places: places.written,
    placeFolded: places.keys,
    countryFolded: countryKey(location),
    titleWords: titleKeys(experiences.map(({ title }) => title)),
    months: person.totalMonths,
    monthsMax: person.totalMonthsMax,
    appliedMs: appliedMs(person.appliedAt),
    schools: schools.written,
    schoolFolded: schools.keys,
    degrees: degrees.written,
    degreeFolded: degrees.keys,
    consistencyKeys: consistencyKeys(person),
    rereadFrom: asOf !== null && growsAfter(experiences, asOf) ? toMonthIndex(asOf) + 1 : null,
    derived: derivedVersion,
  } satisfies Partial<Row>
}

/** The columns that `derive` gives. */
export const derivedNames = Object.keys(derive(unreadablePerson(''))) as (keyof ReturnType<typeof derive>)[]
