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

function readNames(): Set<string> {
  const all = [...codes()].filter((code) => !unions.has(code))
  const names = new Set(others.map(foldText))
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const reader = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
      for (const code of all) {
        const name = foldText(reader.of(code) ?? '')
        if (name !== '' && !places.has(name)) names.add(name)
      }
    }
  }
  return names
}

let names: Set<string> | undefined

/** Is this the name of a country or territory, in any of some fifty languages? @param folded as `foldText` gives it */
export function isCountry(folded: string): boolean {
  names ??= readNames()
  return names.has(folded)
}
