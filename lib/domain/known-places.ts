import { handWrittenCities } from './city-names'
import { isCountry } from './country-names'
import { foldText } from './search'

/** States of the US, folded: some are people's names, one is a country's. */
export const usStates: ReadonlySet<string> = new Set(
  (
    'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|' +
    'indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|' +
    'montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|' +
    'oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|' +
    'west virginia|wisconsin|wyoming'
  ).split('|'),
)

// Cities that people are called like, beyond those that time zones are named after.
const cities = (
  'victoria|austin|florence|charlotte|madison|jackson|lincoln|valencia|milan|alexandria|brooklyn|chelsea|orlando|' +
  'houston|dallas|savannah|raleigh|augusta|carson city|cleveland|columbia|columbus|salem|salvador|santiago|cordoba|' +
  'leon|santa clara|san jose|san diego|marseille|nancy|lyon|nantes|tours|siena|verona|ravenna|catania|hamburg|bremen|' +
  'frankfurt|hannover|wellington|hamilton|nelson|lancaster|chester|bristol|york|bedford|lourdes|assisi|medina|cairo|' +
  'nara|chiba|kobe|odessa|bergen|basel|windsor|kingston|london|paris'
).split('|')

let known: Set<string> | undefined

// Time zones bear the names of some four hundred cities.
const zoneCities = () =>
  Intl.supportedValuesOf('timeZone').map((zone) =>
    foldText(zone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''),
  )

/** Is this surely a place's name, whoever else is called so? @param folded as `foldText` gives it */
export function isKnownPlace(folded: string): boolean {
  known ??= new Set([
    ...usStates,
    ...cities,
    ...zoneCities(),
    ...handWrittenCities().flatMap(({ names }) => names),
  ])
  return known.has(folded) || isCountry(folded)
}
