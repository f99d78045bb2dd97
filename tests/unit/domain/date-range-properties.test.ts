import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDateRange } from '@/lib/domain/date-range'
import { reading } from './date-reading'

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

const languages =
  'ar bn cs da de el en en-GB es fa fi fil fr he hi hu id it ja ko mr ms nb nl pa pl pt ro ru sv te th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

type Way = { name: string; write: (month: FullMonth) => string }
type FullMonth = { y: number; m: number }
const two = (count: number) => String(count).padStart(2, '0')
const intlWay = (locale: string, style: Intl.DateTimeFormatOptions): Way => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...style })
  return {
    name: `${locale} ${JSON.stringify(style)}`,
    write: ({ y, m }) => format.format(Date.UTC(y, m - 1, 17)),
  }
}
const ways: Way[] = [
  { name: 'm/y', write: ({ y, m }) => `${m}/${y}` },
  { name: 'mm.y', write: ({ y, m }) => `${two(m)}.${y}` },
  { name: 'y年m月', write: ({ y, m }) => `${y}年${m}月` },
  { name: 'y-mm-dd', write: ({ y, m }) => `${y}-${two(m)}-17` },
  { name: 'd.m.y', write: ({ y, m }) => `17.${m}.${y}` },
  { name: 'yyyymmdd', write: ({ y, m }) => `${y}${two(m)}17` },
  ...languages.flatMap((language) => [
    intlWay(`${language}-u-ca-gregory`, { month: 'long', year: 'numeric' }),
    intlWay(`${language}-u-ca-gregory-nu-latn`, { month: 'short', year: 'numeric' }),
    intlWay(`${language}-u-ca-gregory-nu-latn`, { dateStyle: 'long' }),
    intlWay(`${language}-u-ca-gregory-nu-latn`, { dateStyle: 'medium' }),
  ]),
  intlWay('th', { month: 'short', year: 'numeric' }),
]
const fullMonth = fc.record({ y: fc.integer({ min: 1950, max: 2099 }), m: fc.integer({ min: 1, max: 12 }) })
const dashes = [' - ', ' – ', ' — ', ' ~ ', ' → ', ' | ', ' -> ', ' &ndash; ', ' \u200b– ', ' â€“ ']
const around = [
  (range: string) => range,
  (range: string) => `(${range})`,
  (range: string) => `${range} · 2 yrs 3 mos`,
  (range: string) => `${range} (3 años)`,
  (range: string) => `\u200e${range}`,
  (range: string) => `Full-time · ${range}`,
]

test.each(ways)('a month written as $name reads the same behind every separator', ({ write }) => {
  fc.assert(
    fc.property(
      fullMonth,
      fullMonth,
      fc.constantFrom(...dashes),
      fc.constantFrom(...around),
      (a, b, dash, wrap) => {
        const [start, end] = a.y * 12 + a.m <= b.y * 12 + b.m ? [a, b] : [b, a]
        expect(readDateRange(wrap(write(start) + dash + write(end)))).toEqual({ start, end, current: false })
      },
    ),
    { numRuns: 24 },
  )
})

// What the network itself writes for a job that has not ended, by language.
const presentWords = (
  'Present|Aujourd’hui|Heute|Gegenwärtig|actualidad|Presente|Atual|o momento|heden|obecnie|současnost|Halen|nu|nå|nykyhetki|Prezent|' +
  'настоящее время|дотепер|Σήμερα|jelenleg|Saat ini|Kini|Hiện tại|ปัจจุบัน|현재|至今|目前|現在|الحالي|היום|वर्तमान|सध्या'
).split('|')

test('a job of today is never read as one that has ended', () => {
  fc.assert(
    fc.property(
      fullMonth,
      fc.constantFrom(...ways),
      fc.constantFrom(...dashes),
      fc.constantFrom(...presentWords, 'till date', 'to date', 'n. v.', 'gacha', 'bugun'),
      fc.constantFrom(...around),
      (start, { write }, dash, word, wrap) => {
        const read = readDateRange(wrap(write(start) + dash + word))
        if (read === null) return
        expect({ current: read.current, start: read.start, text: write(start) + dash + word }).toEqual({
          current: true,
          start,
          text: write(start) + dash + word,
        })
      },
    ),
    { numRuns: 2_000 },
  )
})

test.each(presentWords)('%s is a job of today', (word) => {
  expect(reading(`3/2020 - ${word}`)).toBe('3/2020 to now')
})

test('no text is read as a shorter or earlier-ended one than it says', () => {
  const span = fc
    .tuple(fullMonth, fullMonth)
    .map(([a, b]) => (a.y * 12 + a.m <= b.y * 12 + b.m ? [a, b] : [b, a]) as [FullMonth, FullMonth])
  const yearMonth: Way = { name: 'y-mm', write: ({ y, m }) => `${y}-${two(m)}` }
  const dayMonth: Way = { name: 'm/d/y', write: ({ y, m }) => `${m}/3/${y}` }
  const yearAlone: Way = { name: 'y', write: ({ y }) => String(y) }
  const joins = [...dashes, ' ', ', ', ' · ', ' / ', '; ', ' & ', '-', ' to ', ' bis ', ' and ']
  fc.assert(
    fc.property(
      span,
      fc.array(fc.constantFrom(...ways, yearMonth, dayMonth, yearAlone), { minLength: 2, maxLength: 2 }),
      fc.constantFrom(...joins),
      fc.constantFrom(...around),
      ([start, end], [first, last], join, wrap) => {
        const text = wrap((first?.write(start) ?? '') + join + (last?.write(end) ?? ''))
        const read = readDateRange(text)
        if (!read?.end) return
        expect(read.end.y * 12 + (read.end.m ?? 12), text).toBeGreaterThanOrEqual(end.y * 12 + end.m)
        if (read.start)
          expect(read.start.y * 12 + (read.start.m ?? 1), text).toBeLessThanOrEqual(start.y * 12 + start.m)
      },
    ),
    { numRuns: 5_000 },
  )
})
