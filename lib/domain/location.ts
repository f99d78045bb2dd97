import { isCountry } from './country-names'
import { foldText } from './search'

/** The comma of Latin, Arabic and East Asian writing. */
export const commas = /[,،、，]/

/** The comma parts of a place as written, trimmed, the narrowest first as places are written. */
export const placesOf = (location: string | null): string[] =>
  (location ?? '')
    .split(commas)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The same, folded and distinct: "Paris, Île-de-France" gives `paris`, `ile-de-france`. */
export function locationParts(location: string | null): string[] {
  const parts = placesOf(location).map(foldText)
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** The country that a place ends in, folded; null where its last part is none that is known. */
export function countryOf(location: string | null): string | null {
  const last = locationParts(placesOf(location).at(-1) ?? null)[0]
  return last !== undefined && isCountry(last) ? last : null
}
