import { cityExonyms } from './city-exonyms'
import table from './city-names.json'
import { foldText } from './search'

type City = { key: string; country: string }

// What East Asian writing may add to a city's name: 東京都 is 東京.
const cityMark = /(?<=\p{Script=Han}{2})[市都]$/u

/** Names of cities that are also common given names or words: in a place they are the city, in a search they may not be. */
const ambiguousNames = new Set(['florence', 'milan', 'nice', 'berna', 'haia'])

// By name: the cities that are called so, each in a country of its own.
let names: Map<string, City[]> | undefined

const exonymLines = cityExonyms.trim().split('\n')

/** The table written by hand, as CLDR's is: the country of a city, its key and its names. */
export const handWrittenCities = (): (City & { names: string[] })[] =>
  exonymLines.map((line) => {
    const folded = line.slice(3).split('|').map(foldText)
    const [key = ''] = folded
    // A search leaves apostrophes out.
    const names = folded.flatMap((name) => [name, name.replaceAll("'", '')])
    return { country: line.slice(0, 2), key, names: [...new Set(names)] }
  })

const namedInCldr = (): (City & { names: string[] })[] =>
  Object.entries(table).map(([key, line]) => {
    const [country = '', ...others] = line.split('|')
    return { country, key, names: [key, ...others] }
  })

function readNames(): Map<string, City[]> {
  const read = new Map<string, City[]>()
  for (const { names: all, ...city } of [...namedInCldr(), ...handWrittenCities()])
    for (const name of all) read.set(name, [...(read.get(name) ?? []), city])
  return read
}

/**
 * The key of a city that is called so in one of some fifty languages: `vienna` for wien, vienne and вена. CLDR knows some
 * three hundred, those that time zones are named after; others that are well known are listed in `city-exonyms.ts`.
 * @param folded as `foldText` gives it
 * @param country the code of the country that is written beside it, which must be the city's: Vienne in France is none
 *   of Austria's; null where none is written
 * @returns null where no such city is known, or several are
 */
export function cityCalled(folded: string, country: string | null = null): string | null {
  names ??= readNames()
  const cities = names.get(folded) ?? names.get(folded.replace(cityMark, '')) ?? []
  const [city, ...others] = cities.filter((each) => country === null || each.country === country)
  return city && others.length === 0 ? city.key : null
}

/** The same for a word of a search, which may be somebody's name instead: Florence and Milan are. */
export const citySearched = (folded: string): string | null =>
  ambiguousNames.has(folded) ? null : cityCalled(folded)

/** The keys of cities that have this text in one of their names. @param folded as `foldText` gives it */
export function citiesCalled(folded: string): string[] {
  names ??= readNames()
  const keys = [...names].flatMap(([name, cities]) =>
    name.includes(folded) ? cities.map(({ key }) => key) : [],
  )
  return [...new Set(keys)]
}
