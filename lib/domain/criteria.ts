import type { Person } from '@/lib/contracts/candidate'
import type { CheckedCriterion, Criterion } from '@/lib/contracts/criteria'
import type { FoundText } from '@/lib/contracts/stored-people'
import { toMonthIndex } from './career-axis'
import { findPiece, findSentence, personTexts } from './found-text'
import { getCountry } from './location'
import { searchLines } from './search'
import { type Clause, matchesWords, parseWords } from './word-query'
import { wantedWords, wordRanges } from './word-ranges'

/** What a rule found about somebody. */
export type Finding = Pick<CheckedCriterion, 'met' | 'found' | 'months'>
type Rule = Pick<Criterion, 'kind' | 'words' | 'minYears'>

const linesOf = (texts: readonly (string | null)[]) =>
  texts.flatMap((text) => searchLines(text ?? '')).join('\n')
const isStudied = ({ school, degree, field }: Person['education'][number], clauses: readonly Clause[]) =>
  matchesWords(linesOf([school, degree, field]), clauses, true)

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

/** Somebody by a rule; `months` of a rule on years for whoever held such a title. */
type Check = Pick<Finding, 'met' | 'months'>

/** The same function, which works each answer out once: titles and places come again and again. */
function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Value
    const value = work(text)
    known.set(text, value)
    return value
  }
}

/**
 * Reads a rule once, to be applied to many: by whole words, and by nothing that is not written there.
 * @returns says of a person, and of what is stored to search them by, whether they meet it
 */
export function compileRule({ kind, words, minYears }: Rule): (person: Person, searchText: string) => Check {
  if (kind === 'country') {
    const country = getCountry(words)
    const countryOf = remembered(getCountry)
    return ({ location }) => ({
      met: country !== null && location !== null && countryOf(location) === country,
      months: null,
    })
  }
  const { clauses } = parseWords(words)
  if (clauses === null) return () => ({ met: false, months: null })
  if (kind === 'words')
    return (_, searchText) => ({ met: matchesWords(searchText, clauses, true), months: null })
  if (kind === 'education')
    return ({ education }) => ({
      met: education.some((each) => isStudied(each, clauses)),
      months: null,
    })
  const has = remembered((title) => matchesWords(linesOf([title]), clauses, true))
  const titled = (title: string | null) => title !== null && has(title)
  return (person) => {
    if (!person.experiences.some(({ title }) => titled(title))) return { met: false, months: null }
    const months = monthsOf(person, titled)
    return { met: minYears === null || months >= minYears * 12, months }
  }
}

/** Sentences of somebody that together have every word or alternative asked for; as few as come first. */
function findSentences(person: Person, clauses: readonly Clause[]): FoundText[] {
  const texts = personTexts(person)
  const found: FoundText[] = []
  for (const { any, not } of clauses) {
    const stands = ({ text }: FoundText) => wordRanges(text, any, true).length > 0
    const sentence = not || found.some(stands) ? null : findSentence(texts, any, true)
    if (sentence !== null && !found.some(({ text }) => text === sentence.text)) found.push(sentence)
  }
  return found
}

/** The jobs whose title a rule asks for, or the education that it does: not whatever else has one of its words. */
function findPart(
  person: Person,
  { kind, words }: { kind: 'title' | 'education'; words: string },
  clauses: readonly Clause[],
): FoundText[] {
  const experiences = person.experiences.filter(
    ({ title }) => title !== null && matchesWords(linesOf([title]), clauses, true),
  )
  const education = person.education.filter((each) => isStudied(each, clauses))
  const where = kind === 'title' ? 'job' : 'education'
  const texts = personTexts({ ...person, experiences, education }).filter((text) => text.where === where)
  const piece = findPiece(texts, wantedWords(words))
  return piece === null ? [] : [piece]
}

/**
 * Applies a rule to somebody, and finds the sentences by which they meet it.
 * @param searchText what is stored to search them by
 */
export function applyRule(person: Person, searchText: string, rule: Rule): Finding {
  const { kind, words } = rule
  const check = compileRule(rule)(person, searchText)
  // A title held too briefly is shown as well.
  if (!check.met && check.months === null) return { ...check, found: [] }
  if (kind === 'country') {
    return { ...check, found: [{ where: 'location', text: person.location ?? '', marks: [] }] }
  }
  const wanted = wantedWords(words)
  const clauses = parseWords(words).clauses ?? []
  const found = kind === 'words' ? findSentences(person, clauses) : findPart(person, { kind, words }, clauses)
  return { ...check, found: found.map((each) => ({ ...each, marks: wordRanges(each.text, wanted, true) })) }
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
