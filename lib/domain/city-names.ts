import table from './city-names.json'

// What East Asian writing may add to a city's name: 東京都 is 東京.
const cityMark = /(?<=\p{Script=Han}{2})[市都]$/u

// By name: the city's key, and the country that it is in.
let names: Map<string, { key: string; country: string }> | undefined

function readNames() {
  const read = new Map<string, { key: string; country: string }>()
  for (const [key, line] of Object.entries(table)) {
    const [country = '', ...others] = line.split('|')
    for (const name of [key, ...others]) read.set(name, { key, country })
  }
  return read
}

/**
 * The key of a city that is called so in one of some fifty languages: `vienna` for wien, vienne and вена. CLDR knows some
 * three hundred, those that time zones are named after.
 * @param folded as `foldText` gives it
 * @param country the code of the country that is written beside it, which must be the city's: Vienne in France is none
 *   of Austria's; null where none is written
 * @returns null where no such city is known
 */
export function cityCalled(folded: string, country: string | null = null): string | null {
  names ??= readNames()
  const city = names.get(folded) ?? names.get(folded.replace(cityMark, ''))
  return city && (country === null || country === city.country) ? city.key : null
}

/** The keys of cities that have this text in one of their names. @param folded as `foldText` gives it */
export function citiesCalled(folded: string): string[] {
  names ??= readNames()
  return [...new Set([...names].flatMap(([name, { key }]) => (name.includes(folded) ? [key] : [])))]
}
