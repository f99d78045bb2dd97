import { foldText } from './search'

// What networks and people put around a city's name when they mean the city with its surroundings, in the languages
// of the network. Folded; the city is the first group.
const around = [
  /^(?:the )?greater (.+?)(?: (?:metropolitan|metro))?(?: (?:area|region))?$/,
  /^(?:the )?(.+?) (?:metropolitan|metro) (?:area|region)$/,
  /^(?:the )?(.+?) (?:metropolitan|metro|metroplex)$/,
  /^(?:the )?(?:metropolitan|metro) (?:area of )?(.+)$/,
  /^(?:the )?(.+?) bay area$/,
  /^(?:the )?(.+?) area$/,
  /^(?:zona|area|regiao|region|regio|regione|rexion|area) metropoli(?:tana|taine|tane|tane) (?:d[eiao]s?|de la) (.+)$/,
  /^(?:area|zona) (?:di|de) (.+)$/,
  /^citta metropolitana di (.+)$/,
  /^(?:grand|gran|grande|groot|stor)[ -](.+)$/,
  /^(?:grossraum|metropolregion|raum|ballungsraum) (.+)$/,
  /^(?:agglomeration|metropole|ville) (?:de |d')(.+)$/,
  /^(?:regio|agglomeratie|omgeving) (.+)$/,
  /^(.+?) (?:und|&) umgebung$/,
  /^(.+?) et (?:sa )?(?:peripherie|environs|banlieue)$/,
  /^(.+?) y (?:sus )?alrededores$/,
  /^(.+?) e (?:regiao|arredores|dintorni)$/,
  /^(.+?) en omgeving$/,
  /^(.+?) (?:med omnejd|och omnejd|og omegn|og omland)$/,
  /^(.+?) i okolice$/,
  /^(.+?) a okoli$/,
  /^(.+?) es kornyeke$/,
  /^(.+?) ve cevresi$/,
  /^(.+?) si imprejurimi(?:le)?$/,
  /^(.+?) dan sekitarnya$/,
  /^(.+?)(?:大都市圏|都市圏|大都市圈|都市圈)$/,
]

// The same words where they are part of a name of their own.
const ownNames = new Set(
  (
    'bay area|greater noida|greater kailash|greater poland|greater china|greater bay area|greater sudbury|grand rapids|' +
    'grand junction|grand forks|grand island|grand prairie|grand cayman|grand bahama|grand blanc|grand haven|grand est|' +
    'grand-est|grand bassam|grand-bassam|grand baie|grand terre|gran canaria|gran chaco|gran colombia|gran sasso|' +
    'gran paradiso|gran bretana|gran tarajal|grande prairie|grande-riviere|european economic area|metro manila|' +
    'metropolitan france|metropolitan city|tampa bay area|research triangle area|tri-state area|capital area'
  ).split('|'),
)
// What is left of an area that has no city's name: Local Area, Northern Metro.
const noCity =
  /^(?:bay|metro|metropolitan|greater|local|council|remote|rural|urban|capital|national|northern|southern|eastern|western|north|south|east|west|central|downtown|this|any|whole|the|my|your|economic|e|de|la)$/
const aliases = new Map([
  ['new york city', 'new york'],
  ['region parisienne', 'paris'],
  ['ile de france metropolitan region', 'ile-de-france'],
  ['berlin/brandenburg', 'berlin'],
  ['bangalore urban', 'bangalore'],
  ['bengaluru urban', 'bengaluru'],
  ['storstockholm', 'stockholm'],
])

// What stands in brackets behind a city says more of it, or how somebody works there: Paris (75), Berlin (Remote).
const aside = /(?<=[^\s([（])\s*[([（][^()[\]（）]*[)\]）]$/u

// "Région de Paris" is the city's; "Región de Murcia" and "Região Norte" are regions by themselves.
const frenchRegion = /^région (?:de |d['’])(.+)$/iu

/**
 * A part of a place by its city, where it names the surroundings of one: "Greater Paris Metropolitan Region", "Paris
 * Area" and "Großraum Paris" are `paris`. Any other part is what it was.
 * @returns folded text
 */
export function toCity(written: string): string {
  const part = written.trim().replace(aside, '')
  const folded = foldText(part)
  const french = frenchRegion.exec(part.normalize('NFC').trim())?.[1]
  const city = french === undefined ? withoutArea(folded) : foldText(french)
  return aliases.get(city) ?? city
}

function withoutArea(folded: string): string {
  if (ownNames.has(folded)) return folded
  for (const pattern of around) {
    const city = pattern.exec(folded)?.[1]?.trim()
    if (city === undefined || city.length < 2 || noCity.test(city)) continue
    return city.startsWith('greater ') ? withoutArea(city) : city
  }
  return folded
}
