import { foldText } from './search'

// The languages people write their country in; the runtime knows its name in each.
const languages = (
  'en fr de es it pt nl sv nb da fi is pl cs sk sl hr sr hu ro bg el ru uk et lv lt tr ar he fa ur hi bn ta te mr th vi ' +
  'id ms fil sw ka hy az kk zh zh-Hant ja ko ca'
).split(' ')

// Written so, but not by the runtime.
const others = [
  'USA',
  'U.S.A.',
  'United States of America',
  'U.K.',
  'Great Britain',
  'Russian Federation',
  'Viet Nam',
  'Turkey',
  'Czech Republic',
  'The Netherlands',
  'Holland',
  'Ivory Coast',
  'Hong Kong',
  'Hong Kong SAR',
  'Macau',
  'Macedonia',
  'Republic of Korea',
  'Palestine',
  'Republic of Ireland',
  'ประเทศไทย',
  'السعودية',
  '中华人民共和国',
  '臺灣',
]
// Grenada as the Spanish write it, but far more often their own city; then what is no country at all.
const places = new Set(['granada'])
const unions = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'])

function* codes(): Iterable<string> {
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) yield String.fromCharCode(first, second)
  }
}

const namesIn = (language: string, style: 'long' | 'short') =>
  new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })

/** Reads the names language by language, so that whoever has the time can do it in small steps. */
function* readNames(): Generator<undefined, Set<string>> {
  // Of all pairs of letters some 280 are a region; the rest has no name in any language.
  const english = namesIn('en', 'long')
  const all = [...codes()].filter((code) => !unions.has(code) && english.of(code) !== undefined)
  const read = new Set(others.map(foldText))
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const reader = namesIn(language, style)
      for (const code of all) {
        const name = foldText(reader.of(code) ?? '')
        if (name !== '' && !places.has(name)) read.add(name)
      }
    }
    yield
  }
  return read
}

let names: Set<string> | undefined

function readAtOnce(): Set<string> {
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
export async function learnCountries(pause: () => Promise<unknown>): Promise<void> {
  const steps = readNames()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      names ??= step.value
      return
    }
    await pause()
  }
}

/** Is this the name of a country or territory, in any of some fifty languages? @param folded as `foldText` gives it */
export function isCountry(folded: string): boolean {
  names ??= readAtOnce()
  return names.has(folded)
}
