import type { Education, Experience, Person } from '@/lib/contracts/candidate'
import type { ConsistencyKind } from '@/lib/contracts/consistency'
import type { Month } from '@/lib/contracts/month'
import { companyKey } from './company-key'
import { readReversedRange } from './date-range'
import { parseIdentifier, placeholders } from './profile-identifier'
import { foldText } from './search'
import { toMonth } from './tenure'

/** Shorter texts are not compared: many people write "Thank you for your time" without knowing each other. */
export const minComparedLength = 120
const minPositions = 2

/** Something of a person that is compared, or that cannot be. */
export type Finding = {
  kind: ConsistencyKind
  /** What is compared: equal in two applications exactly where the rule finds the same in both. */
  compared: string
  /** The job or school it stands at; null where it belongs to neither. */
  where: string | null
  /** As the applicant wrote it. */
  text: string
}

/** A text as two of them are compared, word for word: upper and lower case and white space make no difference. */
export const comparedText = (text: string): string =>
  text.toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim()

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(', ')
const jobName = ({ title, company }: Experience) => joined(title, company) || 'a job without a name'
const schoolName = ({ school, degree }: Education) => joined(degree, school) || 'an education without a name'

function longText(kind: ConsistencyKind, text: string | null, where: string | null): Finding[] {
  const compared = comparedText(text ?? '')
  return text !== null && [...compared].length >= minComparedLength ? [{ kind, compared, where, text }] : []
}

const monthKey = (month: Month | null) => month && [month.y, month.m]

/** All positions of somebody as one text; none where fewer than two name their company, title and first month. */
function career({ experiences }: Person): Finding[] {
  const named = experiences.filter(
    ({ title, company, start }) => title !== null && company !== null && start?.m,
  )
  if (named.length < minPositions) return []
  const positions = experiences.map(({ title, company, start, end, current }) =>
    JSON.stringify([
      company === null ? null : companyKey(company),
      title === null ? null : foldText(title),
      monthKey(start),
      current ? 'now' : monthKey(end),
    ]),
  )
  const lines = experiences.map((job) => `${jobName(job)}: ${job.dateRange ?? 'no dates'}`)
  return [{ kind: 'career', compared: positions.sort().join('\n'), where: null, text: lines.join('\n') }]
}

/** What of a person is compared with other applications: their long texts, and their career as a whole. */
export const sharedFindings = (person: Person): Finding[] => [
  ...longText('message', person.topChoiceMessage, null),
  ...person.experiences.flatMap((job) => longText('description', job.description, jobName(job))),
  ...career(person),
]

/** Who an application is from, as far as it tells. */
export type Identity = { profile: string | null; name: string | null }

/** A name as two of them are compared; null for none, and for what the network writes in place of one. */
function comparedName({ name }: Identity): string | null {
  const folded = foldText(name ?? '')
  return folded === '' || placeholders.includes(folded) ? null : folded
}

/** Whether two applications give two names. One that gives none is not another one. */
export function hasOtherName(a: Identity, b: Identity): boolean {
  const [mine, theirs] = [comparedName(a), comparedName(b)]
  return mine !== null && theirs !== null && mine !== theirs
}

/** Whether two applications are certainly not from one person: by their profiles, or by their names where one has none. */
export function isSomebodyElse(a: Identity, b: Identity): boolean {
  const [mine, theirs] = [parseIdentifier(a.profile), parseIdentifier(b.profile)]
  return mine !== null && theirs !== null ? mine !== theirs : hasOtherName(a, b)
}

/**
 * Whether what two applications share is worth a note: a text of two people, a career under two names. One person who
 * applies to several jobs is neither.
 */
export const isNoted = (kind: ConsistencyKind, a: Identity, b: Identity): boolean =>
  isSomebodyElse(a, b) && (kind !== 'career' || hasOtherName(a, b))

const isAfter = ({ y, m }: Month, now: Month) => y > now.y || (y === now.y && (m ?? 1) > (now.m ?? 12))

type Dated = { where: string; dateRange: string | null }

function reversed({ where, dateRange }: Dated): Finding[] {
  if (dateRange === null || readReversedRange(dateRange) === null) return []
  return [{ kind: 'reversed', compared: `${where}\n${dateRange}`, where, text: dateRange }]
}

// Where the reader is, tomorrow may have begun.
const oneDay = 86_400_000

/**
 * What of a person's own dates cannot be, by the calendar alone: an end before its start, a job that starts or ends after
 * this month, an application of a later day. An education may end in the future, and nothing is inferred from an age.
 */
export function dateFindings(person: Person, now: Date): Finding[] {
  const tomorrow = new Date(now.getTime() + oneDay).toISOString()
  const month = toMonth(tomorrow)
  const jobs = person.experiences.map((job) => ({ ...job, where: jobName(job) }))
  const future = jobs.flatMap(({ where, dateRange, start, end }): Finding[] =>
    dateRange !== null && [start, end].some((each) => each !== null && isAfter(each, month))
      ? [{ kind: 'future', compared: `${where}\n${dateRange}`, where, text: dateRange }]
      : [],
  )
  const { appliedAt } = person
  const appliedLater = appliedAt !== null && appliedAt.slice(0, 10) > tomorrow.slice(0, 10)
  return [
    ...[...jobs, ...person.education.map((each) => ({ ...each, where: schoolName(each) }))].flatMap(reversed),
    ...future,
    ...(appliedLater ? [{ kind: 'future' as const, compared: appliedAt, where: null, text: appliedAt }] : []),
  ]
}
