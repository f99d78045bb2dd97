import type { Person } from '@/lib/contracts/candidate'
import type { Criterion } from '@/lib/contracts/criteria'
import type { FoundText } from '@/lib/contracts/stored-people'
import { toMonthIndex } from './career-axis'
import { findSentence, personTexts } from './found-text'
import { getCountry } from './location'
import { searchLines } from './search'
import { matchesWords, parseWords, type Word } from './word-query'

/** What a rule found about somebody. */
export type Finding = { met: boolean; found: FoundText | null; months: number | null }
type Rule = Pick<Criterion, 'kind' | 'words' | 'minYears'>

const linesOf = (texts: readonly (string | null)[]) =>
  texts.flatMap((text) => searchLines(text ?? '')).join('\n')
const positive = (query: ReturnType<typeof parseWords>): Word[] =>
  (query.clauses ?? []).flatMap(({ any, not }) => (not ? [] : any))

/** Months of the calendar that jobs last, each counted once; of one whose dates are not known, none. */
function monthsOf({ experiences, asOf }: Person, titled: (title: string | null) => boolean): number {
  const months = new Set<number>()
  for (const { title, start, end, current, months: length } of experiences) {
    if (!titled(title) || start === null || length === null) continue
    const last = end ?? (current ? asOf : null)
    if (last === null) continue
    // The fewest months that the dates allow.
    const from = toMonthIndex(start)
    for (let month = from; month < Math.min(from + length, toMonthIndex(last) + 13); month += 1)
      months.add(month)
  }
  return months.size
}

/**
 * Applies a rule to somebody: by whole words, and by nothing that is not written there.
 * @param searchText what is stored to search them by
 */
export function applyRule(person: Person, searchText: string, { kind, words, minYears }: Rule): Finding {
  const query = parseWords(words)
  const nothing: Finding = { met: false, found: null, months: null }
  if (kind === 'country') {
    const country = getCountry(words)
    const met = country !== null && getCountry(person.location) === country
    return { ...nothing, met, found: met ? { where: 'location', text: person.location ?? '' } : null }
  }
  const { clauses } = query
  if (clauses === null) return nothing
  const sentence = (texts: readonly FoundText[]) => findSentence(texts, positive(query), true)
  if (kind === 'words') {
    const met = matchesWords(searchText, clauses, true)
    return { ...nothing, met, found: met ? sentence(personTexts(person)) : null }
  }
  const texts = personTexts(person).filter(({ where }) => where === (kind === 'title' ? 'job' : 'education'))
  if (kind === 'education') {
    const met = person.education.some(({ school, degree, field }) =>
      matchesWords(linesOf([school, degree, field]), clauses, true),
    )
    return { ...nothing, met, found: met ? sentence(texts) : null }
  }
  const titled = (title: string | null) => title !== null && matchesWords(linesOf([title]), clauses, true)
  const months = monthsOf(person, titled)
  const held = person.experiences.some(({ title }) => titled(title))
  const met = minYears === null ? held : months >= minYears * 12
  return { met, found: held ? sentence(texts) : null, months: held ? months : null }
}

/** The employer in whose name alone a query stands for somebody; null where it stands elsewhere, or nowhere. */
export function employerOnly(person: Person, words: string): string | null {
  const { clauses } = parseWords(words)
  if (clauses === null) return null
  const { fullName, headline, location, topChoiceMessage, experiences, education } = person
  const elsewhere = linesOf([
    ...[fullName, headline, location, topChoiceMessage],
    ...experiences.flatMap(({ title, description }) => [title, description]),
    ...education.flatMap(({ school, degree, field }) => [school, degree, field]),
  ])
  if (matchesWords(elsewhere, clauses, true)) return null
  const employer = experiences.find(({ company }) => matchesWords(linesOf([company]), clauses, true))
  return employer?.company ?? null
}

/** Two criteria by the same rule have the same text. */
export const ruleText = ({ kind, words, minYears }: Rule): string =>
  JSON.stringify([kind, words.trim(), minYears])
