import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Month } from '@/lib/contracts/candidate'
import { readDateRange } from '@/lib/domain/date-range'

const written = (month: Month | null) => (month ? `${month.m ?? '?'}/${month.y}` : 'unknown')
function reading(text: string | null): string {
  const read = readDateRange(text)
  if (!read) return 'not read'
  return `${written(read.start)} to ${read.current ? 'now' : written(read.end)}`
}

const forms: Record<string, [text: string, reading: string][]> = {
  'as the provider writes them': [
    ['2/2025 - 7/2025', '2/2025 to 7/2025'],
    ['5/2022 - Present', '5/2022 to now'],
    ['02/2025–07/2025', '2/2025 to 7/2025'],
    ['2/2025 — 7/2025', '2/2025 to 7/2025'],
    ['2/2025-7/2025', '2/2025 to 7/2025'],
    ['5/2022 → 7/2022', '5/2022 to 7/2022'],
    ['Jan 2020 - Mar 2021 · 1 yr 3 mos', '1/2020 to 3/2021'],
    ['Jan 2020 - Present (3 yrs)', '1/2020 to now'],
  ],
  'with a year alone': [
    ['2019', '?/2019 to ?/2019'],
    ['2019 - 2021', '?/2019 to ?/2021'],
    ['2019-2020', '?/2019 to ?/2020'],
    ['2019–Present', '?/2019 to now'],
    ['2019 - 5/2020', '?/2019 to 5/2020'],
    ['5/2019 - 2019', '5/2019 to ?/2019'],
  ],
  'with one side': [
    ['3/2020 -', '3/2020 to unknown'],
    ['- 3/2020', 'unknown to 3/2020'],
    ['until 2019', 'unknown to ?/2019'],
    ['since 2020', '?/2020 to now'],
    ['Present', 'unknown to now'],
    ['March 2020', '3/2020 to 3/2020'],
  ],
  'in English': [
    ['Sept. 2019 – Dec. 2020', '9/2019 to 12/2020'],
    ['from 2018 to 2020', '?/2018 to ?/2020'],
    ['From Jan 2018 until now', '1/2018 to now'],
    ['Jan - Mar 2020', '1/2020 to 3/2020'],
    ['15 March 2020 - 1 May 2021', '3/2020 to 5/2021'],
    ['Nov 2020 to date', '11/2020 to now'],
  ],
  'in French': [
    ['janv. 2020 - aujourd’hui', '1/2020 to now'],
    ["mars 2020 jusqu'à aujourd'hui", '3/2020 to now'],
    ['de janvier 2020 à mars 2021', '1/2020 to 3/2021'],
    ['Févr. 2020 – août 2021', '2/2020 to 8/2021'],
    ['depuis mars 2019', '3/2019 to now'],
    ['Déc. 2019 - en cours', '12/2019 to now'],
  ],
  'in German': [
    ['Jan. 2020 – heute', '1/2020 to now'],
    ['März 2020 bis Mai 2021', '3/2020 to 5/2021'],
    ['von 2018 bis 2020', '?/2018 to ?/2020'],
    ['seit Januar 2019', '1/2019 to now'],
    ['01.2020 - 03.2021', '1/2020 to 3/2021'],
  ],
  'in Spanish': [
    ['ene. 2020 - actualidad', '1/2020 to now'],
    ['enero de 2020 - marzo de 2021', '1/2020 to 3/2021'],
    ['desde enero de 2019 hasta la actualidad', '1/2019 to now'],
    ['de 2018 a 2020', '?/2018 to ?/2020'],
  ],
  'in Italian': [
    ['gen 2020 - presente', '1/2020 to now'],
    ['da gennaio 2020 a marzo 2021', '1/2020 to 3/2021'],
    ['dal 2018 al 2020', '?/2018 to ?/2020'],
    ['gen. 2020 – in corso', '1/2020 to now'],
  ],
  'in Portuguese': [
    ['jan de 2020 - o momento', '1/2020 to now'],
    ['janeiro de 2020 até março de 2021', '1/2020 to 3/2021'],
    ['set de 2019 - presente', '9/2019 to now'],
    ['fev. de 2020 - atual', '2/2020 to now'],
  ],
  'in Dutch': [
    ['jan. 2020 - heden', '1/2020 to now'],
    ['maart 2020 tot mei 2021', '3/2020 to 5/2021'],
    ['van 2018 tot 2020', '?/2018 to ?/2020'],
    ['mrt. 2020 - nu', '3/2020 to now'],
  ],
  'in other digits and scripts': [
    ['٢/٢٠٢٥ - ٧/٢٠٢٥', '2/2025 to 7/2025'],
    ['۲۰۱۹ - ۲۰۲۱', '?/2019 to ?/2021'],
    ['2020年3月 - 2021年5月', '3/2020 to 5/2021'],
    ['2019 年 3 月 ～ 现在', '3/2019 to now'],
    ['2020年 - 至今', '?/2020 to now'],
    ['２０１９－２０２１', '?/2019 to ?/2021'],
  ],
  'with days': [
    ['2020-03-15 - 2021-05-01', '3/2020 to 5/2021'],
    // Which number is the month cannot be told.
    ['3/4/2020 - 5/6/2021', '?/2020 to ?/2021'],
  ],
  'that lie ahead': [['1/2090 - 3/2090', '1/2090 to 3/2090']],
}
describe.each(Object.entries(forms))('dates %s', (_, cases) => {
  test.each(cases)('%j', (text, expected) => {
    expect(reading(text)).toBe(expected)
  })
})

describe('nothing is guessed from', () => {
  test.each([
    [null],
    [''],
    ['   '],
    ['-'],
    ['to'],
    ['Summer placement'],
    ['Summer 2019'],
    ['Season 2019/20'],
    ['2019/2020'],
    ['2019, 2021'],
    ['2019 - 2020 - 2021'],
    ['7/2025 - 2/2025'],
    ['2021 - 2019'],
    ['Dec – Jan 2020'],
    ['13/2020 - 2/2021'],
    ['0/2020'],
    ['1850 - 1860'],
    ['20199'],
    ['Q1 2020 - Q3 2021'],
    ['2/25 - 7/25'],
    [`2019 - 2020 ${'and so on '.repeat(20)}`],
  ])('%j', (text) => {
    expect(reading(text)).toBe('not read')
  })
})

const piece = fc.constantFrom(
  ...'2019 2020 2/2021 13/2020 jan. mars März de since to bis - – Present heute 2020年3月 ٢٠٢٥ ( ) · , . / 1 31'.split(
    ' ',
  ),
)
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 130 }),
)

test('no text, however odd, breaks the reading, and no job ends before it began', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readDateRange(text)
      if (!read) return
      const { start, end, current } = read
      expect(start !== null || end !== null || current).toBe(true)
      if (current) expect(end).toBeNull()
      for (const month of [start, end]) {
        if (typeof month?.m === 'number') expect(month.m >= 1 && month.m <= 12).toBe(true)
      }
      if (start && end)
        expect(end.y * 12 + (end.m ?? 12)).toBeGreaterThanOrEqual(start.y * 12 + (start.m ?? 1))
    }),
    { numRuns: 1_000 },
  )
})

test('months written in any of the usual ways read the same', () => {
  const month = fc.record({ y: fc.integer({ min: 1950, max: 2099 }), m: fc.integer({ min: 1, max: 12 }) })
  const ways = [
    ({ y, m }: { y: number; m: number }) => `${m}/${y}`,
    ({ y, m }: { y: number; m: number }) => `${String(m).padStart(2, '0')}.${y}`,
    ({ y, m }: { y: number; m: number }) => `${y}-${String(m).padStart(2, '0')}`,
    ({ y, m }: { y: number; m: number }) => `${y}年${m}月`,
    ...['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'].map((locale) => {
      const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
      return ({ y, m }: { y: number; m: number }) => `${names.format(Date.UTC(2000, m - 1))} ${y}`
    }),
  ]
  fc.assert(
    fc.property(
      month,
      month,
      fc.constantFrom(...ways),
      fc.constantFrom(' - ', ' – ', ' — '),
      (a, b, way, dash) => {
        const [start, end] = a.y * 12 + a.m <= b.y * 12 + b.m ? [a, b] : [b, a]
        expect(readDateRange(way(start) + dash + way(end))).toEqual({ start, end, current: false })
      },
    ),
    { numRuns: 300 },
  )
})
