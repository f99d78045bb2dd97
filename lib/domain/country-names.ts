import { foldText } from './search'

// The languages people write their country in; the runtime knows its name in each.
export const languages = (
  'en fr de es it pt nl sv nb da fi is pl cs sk sl hr sr hu ro bg el ru uk et lv lt tr ar he fa ur hi bn ta te mr th vi ' +
  'id ms fil sw ka hy az kk zh zh-Hant ja ko ca pa gu kn ml ne uz sq mk eu gl pt-PT es-MX'
).split(' ')

// Written so, but not by the runtime.
const others: Record<string, string> = {
  US: 'USA|U.S.A.|U.S.|United States of America|Estados Unidos de América|EE. UU.|EEUU|Amerika Birleşik Devletleri|VS',
  GB: 'U.K.|Great Britain|Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Grã-Bretanha|United Kingdom of Great Britain and Northern Ireland',
  ...{ RU: 'Russian Federation|Российская Федерация', VN: 'Viet Nam', TR: 'Turkey|Türkiye Cumhuriyeti' },
  ...{ CZ: 'Czech Republic', NL: 'The Netherlands|Holland|Holanda', CI: 'Ivory Coast' },
  ...{ HK: 'Hong Kong|Hong Kong SAR|香港', MO: 'Macau|Macao|澳門|澳门', MK: 'Macedonia' },
  ...{
    KR: 'Republic of Korea|Korea, Republic of',
    PS: 'Palestine|State of Palestine',
    IE: 'Republic of Ireland',
  },
  ...{ TH: 'ประเทศไทย', SA: 'السعودية|KSA', CN: '中华人民共和国|PRC', TW: '臺灣', MM: 'Myanmar|Burma' },
  ...{ AE: 'UAE|U.A.E.', CD: 'DR Congo|Democratic Republic of the Congo|DRC', CG: 'Republic of the Congo' },
  ...{
    DE: 'Federal Republic of Germany|Bundesrepublik Deutschland|BRD',
    BR: 'Brasil',
    IR: 'Islamic Republic of Iran',
    SZ: 'Swaziland',
    CV: 'Cape Verde',
    TL: 'East Timor',
  },
}
// Grenada as the Spanish write it, but far more often their own city; then what is no country at all.
const places = new Set(['granada'])
const unions = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'])

/** Codes of countries that there are: those that were followed by another are left out. */
function codes(): string[] {
  const english = namesIn('en')
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !unions.has(code) && english.of(code) !== undefined)
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
}

const namesIn = (language: string, style: 'long' | 'short' = 'long') =>
  new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })

type Names = Map<string, string>

/** Reads the names language by language, so that a caller with time can do it in small steps. */
function* readNames(): Generator<undefined, Names> {
  const all = codes()
  const read: Names = new Map()
  // What two countries are called, in whatever languages, names neither.
  const shared = new Set(places)
  const addNames = (reader: Intl.DisplayNames) => {
    for (const code of all) {
      const name = foldText(reader.of(code) ?? '')
      if (name === '') continue
      if ((read.get(name) ?? code) !== code) shared.add(name)
      read.set(name, code)
    }
  }
  for (const language of languages) {
    addNames(namesIn(language))
    yield
  }
  addNames(namesIn('en', 'short'))
  for (const name of shared) read.delete(name)
  for (const [code, written] of Object.entries(others))
    for (const name of written.split('|')) read.set(foldText(name), code)
  return read
}

// Some thirteen thousand names, read once.
let names: Names | undefined

function readAtOnce(): Names {
  const steps = readNames()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Learns the names ahead, so that the first people stored do not wait for thousands of look-ups.
 * @param pause lets others go on after each language
 */
export async function loadCountryNames(pause: () => Promise<unknown>): Promise<void> {
  const steps = readNames()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      names ??= step.value
      return
    }
    await pause()
  }
}

/** The ISO code of a country or territory by its name in any of some fifty languages; null for none. @param folded as `foldText` gives it */
export function countryCode(folded: string): string | null {
  names ??= readAtOnce()
  return names.get(folded) ?? null
}

/** The codes of countries that have this text in one of their names. @param folded as `foldText` gives it */
export function countriesCalled(folded: string): string[] {
  names ??= readAtOnce()
  return [...new Set([...names].flatMap(([name, code]) => (name.includes(folded) ? [code] : [])))]
}

/** Is this the name of a country? @param folded as `foldText` gives it */
export const isCountry = (folded: string): boolean => countryCode(folded) !== null
