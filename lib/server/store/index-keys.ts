import 'server-only'
import { countryOf, locationParts } from '@/lib/domain/location'
import { foldText } from '@/lib/domain/search'
import { titleWords } from '@/lib/domain/title-words'

// An index entry holds about 2,700 bytes, of which an application id may take 2,048. What is longer is kept whole
// elsewhere; here it would keep a page that was paid for from being stored.
const longest = { name: 120, choice: 200, identifier: 512 }

/** The first characters of a text, never half of one. */
const clip = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** A name as it is sorted; null for nobody. */
export const nameKey = (name: string): string | null => clip(foldText(name), longest.name) || null

/** A profile as it is found again. */
export const identifierKey = (identifier: string | null): string | null =>
  identifier && clip(identifier, longest.identifier)

/** A company as a choice of a filter: the same key for each way of writing it. */
export const choiceKey = (written: string): string => clip(foldText(written), longest.choice)

/** The parts of a place as choices of a filter. */
export const placeKeys = (location: string): string[] => [
  ...new Set(locationParts(location).map((part) => clip(part, longest.choice))),
]

/** The country of a place as a choice of a filter; null where it names none. */
export function countryKey(location: string | null): string | null {
  const country = countryOf(location)
  return country === null ? null : clip(country, longest.choice)
}

/** The words of titles as choices of a filter, each once. */
export const titleKeys = (titles: readonly (string | null)[]): string[] => [
  ...new Set(titles.flatMap((title) => titleWords(title).map((word) => clip(word, longest.choice)))),
]

/** Distinct choices by their keys, and beside each how it was written first. */
export function distinctChoices(values: readonly (string | null)[]): { keys: string[]; written: string[] } {
  const byKey = new Map<string, string>()
  for (const value of values) {
    const written = clip(value?.trim() ?? '', longest.choice)
    const key = choiceKey(written)
    if (key !== '' && !byKey.has(key)) byKey.set(key, written)
  }
  return { keys: [...byKey.keys()], written: [...byKey.values()] }
}
