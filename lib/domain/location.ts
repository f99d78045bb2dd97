import { cityCalled } from './city-names'
import { countryCode } from './country-names'
import { usStates } from './known-places'
import { toCity } from './metro-areas'
import { foldText } from './search'

/** The comma of Latin, Arabic and East Asian writing. */
export const commas = /[,،、，]/

/** A part of a place: as written, and what it is compared by. A country's key is `=` and its ISO code. */
export type PlacePart = { written: string; key: string; isCountry: boolean }

/** The comma parts of a place as written, trimmed, the narrowest first as places are written. */
const writtenParts = (location: string | null): string[] =>
  (location ?? '')
    .split(commas)
    .map((part) => part.trim())
    .filter((part) => part !== '')

// A country and a state of the US have one name in many languages; only one of them has these cities.
const georgia = /^(?:georgi|gürcistan|gruzja)/
const ofGeorgia =
  /^(?:t['’]?bilis|tiflis|tbilissi|batum|kutais|rustavi|gori$|zugdidi|poti$|telavi|mtskheta|kobuleti|borjomi|khashuri)/

/** Ends what is written where a part is not the country or the city that is called so: Georgia (city or region). */
export const noCountry = ' (city or region)'

function countryKey(parts: readonly string[]): string | null {
  const last = parts.at(-1)
  if (last === undefined) return null
  const folded = foldText(last)
  const code = countryCode(folded)
  if (code === null) return null
  const before = parts.slice(0, -1).map(foldText)
  // "Atlanta, Georgia" is in neither for certain, unless the city tells: a wrong place is worse than none.
  if (
    code === 'GE' &&
    georgia.test(folded) &&
    before.length > 0 &&
    !before.some((part) => ofGeorgia.test(part))
  )
    return null
  return `=${code}`
}

/** The distinct parts of a place: "Paris Area, France" gives the city `paris` and the country `=FR`. */
export function placeParts(location: string | null): PlacePart[] {
  const plain = location?.endsWith(noCountry) ? location.slice(0, -noCountry.length) : null
  const parts = writtenParts(plain ?? location)
  const country = plain === null ? countryKey(parts) : null
  const inState = parts.length > 1 && parts.some((part) => usStates.has(foldText(part)))
  const beside = country?.slice(1) ?? (inState ? 'US' : null)
  const found = parts.map((written, at): PlacePart => {
    const isCountry = country !== null && at === parts.length - 1
    const city = toCity(written)
    // What is chosen as one place, and no other that is called so, is not joined with it either.
    const joined = plain === null ? cityCalled(city, beside) : null
    return { written, isCountry, key: isCountry ? country : (joined ?? city) }
  })
  const seen = new Set([''])
  return found.filter(({ key }) => !seen.has(key) && seen.add(key))
}

/** The same by their keys alone: "Paris, Île-de-France, France" gives `paris`, `ile-de-france`, `=FR`. */
export const locationParts = (location: string | null): string[] => placeParts(location).map(({ key }) => key)

/** The key of the country that a place ends in; null where its last part is none that is known. */
export const getCountry = (location: string | null): string | null =>
  placeParts(location).find(({ isCountry }) => isCountry)?.key ?? null
