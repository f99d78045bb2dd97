// Writes lib/domain/city-names.json, the country of cities and what they are called in the languages of the network, from the names that CLDR gives
// to time zones. Run it with the folder of an unpacked cldr-dates-full, which is too big to be a dependency:
//   npm pack cldr-dates-full && tar xzf cldr-dates-full-*.tgz && node --import tsx scripts/city-names.ts package
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCountry, languages } from '@/lib/domain/country-names'
import { foldText } from '@/lib/domain/search'

type Zones = { exemplarCity?: string } & { [part: string]: Zones | string | undefined }

const folder = process.argv[2] ?? 'package'
// Stations without inhabitants, and parts of a state that are named after it.
const noCities = /^(?:Etc|Antarctica)\/|^America\/(?:Indiana|Kentucky|North_Dakota)\//

function zonesOf(language: string): Map<string, string> {
  const text = readFileSync(join(folder, 'main', language, 'timeZoneNames.json'), 'utf8')
  const { main } = JSON.parse(text) as { main: Record<string, { dates: { timeZoneNames: { zone: Zones } } }> }
  const found = new Map<string, string>()
  const walk = (zones: Zones, path: string) => {
    if (typeof zones.exemplarCity === 'string') found.set(path, zones.exemplarCity)
    for (const [part, below] of Object.entries(zones))
      if (typeof below === 'object') walk(below, path === '' ? part : `${path}/${part}`)
  }
  walk(main[language]!.dates.timeZoneNames.zone, '')
  return found
}

const available = new Set(readdirSync(join(folder, 'main')))
const tables = languages.filter((language) => available.has(language)).map(zonesOf)
const english = zonesOf('en')
const zones = new Set(
  [...tables.flatMap((table) => [...table.keys()])].filter((zone) => !noCities.test(zone)),
)
const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const countryByZone = new Map<string, string>()
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  // Those that were followed by another, as the Soviet Union was, keep no city.
  if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue
  const { timeZones } = new Intl.Locale(`und-${code}`) as Intl.Locale & { timeZones?: string[] }
  if (timeZones === undefined)
    throw new Error('Run this with Node 20 or 22, which know the time zones of a country.')
  for (const zone of timeZones) countryByZone.set(zone, code)
}
const countryByKey = new Map<string, string>()
const englishName = (zone: string) => english.get(zone) ?? zone.split('/').at(-1)!.replaceAll('_', ' ')
const usable = (name: string) =>
  !/[(),/]/.test(name) && foldText(name).length > 1 && !isCountry(foldText(name))

const keysByName = new Map<string, Set<string>>()
for (const zone of zones) {
  const key = foldText(englishName(zone))
  const country = countryByZone.get(zone)
  if (country === undefined || !usable(englishName(zone))) continue
  countryByKey.set(key, country)
  for (const name of [englishName(zone), ...tables.flatMap((table) => table.get(zone) ?? [])])
    if (usable(name)) keysByName.set(foldText(name), (keysByName.get(foldText(name)) ?? new Set()).add(key))
}
const namesByKey = new Map<string, string[]>()
for (const [name, [key, ...others]] of keysByName) {
  // What two cities are called names neither.
  if (key === undefined || others.length > 0 || name === key) continue
  namesByKey.set(key, [...(namesByKey.get(key) ?? []), name])
}
const sorted = [...namesByKey].sort(([a], [b]) => (a < b ? -1 : 1))
const lines = sorted.map(
  ([key, names]) =>
    `  ${JSON.stringify(key)}: ${JSON.stringify([countryByKey.get(key), ...names.sort()].join('|'))}`,
)
writeFileSync('lib/domain/city-names.json', `{\n${lines.join(',\n')}\n}\n`)
