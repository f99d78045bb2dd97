import 'server-only'
import { unknownChoice } from '@/lib/contracts/words'
import { citySearched } from '@/lib/domain/city-names'
import { companyKey } from '@/lib/domain/company-key'
import { countryCode } from '@/lib/domain/country-names'
import { getCountry, locationParts, noCountry, placeParts } from '@/lib/domain/location'
import { foldSearch, foldText } from '@/lib/domain/search'
import { titleWords } from '@/lib/domain/title-words'

// An index entry holds about 2,700 bytes, of which an application id may take 2,048. What is longer is kept whole
// elsewhere; here it would keep a page that was paid for from being stored.
const maxLength = { name: 120, choice: 200, identifier: 512 }

/** The first characters of a text, never half of one. */
const clip = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** A name as it is sorted; null for nobody. */
export const nameKey = (name: string): string | null => clip(foldSearch(name), maxLength.name) || null

/** A profile as it is found again. */
export const identifierKey = (identifier: string | null): string | null =>
  identifier && clip(identifier, maxLength.identifier)

/** A choice of any facet as it is told apart from others. */
export const choiceKey = (written: string): string => clip(foldText(written), maxLength.choice)

/** A company as a choice of a filter: the same key for each way of writing it. */
export const companyChoice = (written: string): string =>
  clip(companyKey(clip(written.trim(), maxLength.choice)), maxLength.choice)

/** The parts of a place as choices of a filter. */
export const placeKeys = (location: string): string[] => [
  ...new Set(locationParts(location).map((part) => clip(part, maxLength.choice))),
]

/** Words of a search that belong together, and the keys of places that they name, in whatever language. */
export type SearchPhrase = { terms: string[]; places: string[] }

const maxPhraseWords = 4

function placesCalled(name: string): string[] {
  const [city, code] = [citySearched(name), countryCode(name)]
  return [...(city === null ? [] : [city]), ...(code === null ? [] : [`=${code}`])]
}

/**
 * The terms of a search by what they name: `vienna` for wien, `=DE` for Allemagne, `den haag` for the two words The Hague.
 * Of phrases that begin at the same word, the longest that names a place counts.
 * @param terms folded, as `searchTerms` gives them
 */
export function searchPhrases(terms: readonly string[]): SearchPhrase[] {
  const phrases: SearchPhrase[] = []
  for (let at = 0; at < terms.length;) {
    const lengths = Array.from({ length: maxPhraseWords - 1 }, (_, n) => maxPhraseWords - n)
    const length =
      lengths.find(
        (n) => at + n <= terms.length && placesCalled(terms.slice(at, at + n).join(' ')).length > 0,
      ) ?? 1
    const words = terms.slice(at, at + length)
    phrases.push({ terms: words, places: placesCalled(words.join(' ')) })
    at += length
  }
  return phrases
}

const isUnknown = (value: string) => foldText(value) === unknownChoice

/** The choices of a facet that name something, and whether what is unknown is one of them. */
export const splitChoices = (values: readonly string[]): { named: string[]; unknown: boolean } => ({
  named: values.filter((value) => !isUnknown(value)),
  unknown: values.some(isUnknown),
})

/** A place as it is chosen: as written, or with what tells it from the country that is called so. */
export function placeChoice(key: string, written: string): string {
  const keys = placeKeys(written)
  return keys.length === 1 && keys[0] === key ? written : `${written}${noCountry}`
}

/** The country of a place as a choice of a filter; null where it names none. */
export function countryKey(location: string | null): string | null {
  const country = getCountry(location)
  return country === null ? null : clip(country, maxLength.choice)
}

/** The words of titles as choices of a filter, each once. */
export const titleKeys = (titles: readonly (string | null)[]): string[] => [
  ...new Set(titles.flatMap((title) => titleWords(title).map((word) => clip(word, maxLength.choice)))),
]

export type Choices = { keys: string[]; written: string[] }

// What people write where they have nothing to say: as good as nothing.
const nothing = new Set([
  'unknown',
  'n/a',
  'na',
  'none',
  'null',
  '-',
  '–',
  '—',
  '.',
  'not specified',
  'undisclosed',
])

function distinct(choices: Iterable<readonly [key: string, written: string]>): Choices {
  const byKey = new Map<string, string>()
  for (const [key, written] of choices)
    if (key !== '' && !nothing.has(key) && !byKey.has(key)) byKey.set(key, written)
  return { keys: [...byKey.keys()], written: [...byKey.values()] }
}

/** Distinct companies by their keys, and beside each how it was written first. */
export const companyChoices = (companies: readonly (string | null)[]): Choices =>
  distinct(
    companies.map((company) => {
      const written = clip(company?.trim() ?? '', maxLength.choice)
      return [companyChoice(written), written] as const
    }),
  )

/** The parts of a place by their keys, and beside each how it was written. */
export const placeChoices = (location: string | null): Choices =>
  distinct(
    placeParts(location).map(
      ({ key, written }) => [clip(key, maxLength.choice), clip(written, maxLength.choice)] as const,
    ),
  )

/** Distinct choices of any other list by their keys, and beside each how it was written first. */
export const distinctChoices = (values: readonly (string | null)[]): Choices =>
  distinct(
    values.map((value) => {
      const written = clip(value?.trim() ?? '', maxLength.choice)
      return [choiceKey(written), written] as const
    }),
  )
