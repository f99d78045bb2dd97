import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Month } from '@/lib/contracts/month'
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
  'as people and other pages write them': [
    ['Jan 2020 - Mar 2021 1 yr 3 mos', '1/2020 to 3/2021'],
    ['Jan 2020 - Present\n2 yrs 3 mos', '1/2020 to now'],
    ['Full-time · Jan 2020 - Present', '1/2020 to now'],
    ['Dates Employed Jan 2018 – Present', '1/2018 to now'],
    ['Dates EmployedJan 2018 – Present', '1/2018 to now'],
    ['(Jan 2020 - Present)', '1/2020 to now'],
    ['January   , 2016 - March , 2017', '1/2016 to 3/2017'],
    ['Sep. 2023 Mar. 2024', '9/2023 to 3/2024'],
    ['May 2019 - Till Date', '5/2019 to now'],
    ['Jan 2019 onwards', '1/2019 to now'],
    ['Jan 2019 - to-date', '1/2019 to now'],
    ['2019 - Present day', '?/2019 to now'],
    ['Jan 2020 -> Mar 2021', '1/2020 to 3/2021'],
    ['Jan 2020 | Present', '1/2020 to now'],
    ['2018 | 2021', '?/2018 to ?/2021'],
    ['January 15, 2020 - Present', '1/2020 to now'],
    ['Jan 1, 2020 - Dec 31, 2020', '1/2020 to 12/2020'],
    ['15th March 2020 - 1st May 2021', '3/2020 to 5/2021'],
    ['2020-03-01T00:00:00.000Z - 2021-05-01T00:00:00.000Z', '3/2020 to 5/2021'],
    ['Jan 2020 &ndash; Present', '1/2020 to now'],
    ['Jan 2020 \u200b– Present', '1/2020 to now'],
    ['\u200e5/2022 - Present', '5/2022 to now'],
    ['Jan 2020 \u00ad- Present', '1/2020 to now'],
    ['2019 - 2019 Less than a year', '?/2019 to ?/2019'],
    ['Current (since Jan 2020)', '1/2020 to now'],
    ['2018 - ?', '?/2018 to unknown'],
    ['Jan 2020 - N/A', '1/2020 to unknown'],
    ['until present', 'unknown to now'],
    ['Jan 2020 (Present)', '1/2020 to now'],
    ['Jan 2020 - (Present)', '1/2020 to now'],
    ['2019 (- 2021)', '?/2019 to ?/2021'],
    ['Present · Jan 2020', '1/2020 to now'],
    ['13/05/2019 - Present', '5/2019 to now'],
    ['01/01/2019 - 31/12/2020', '1/2019 to 12/2020'],
    ['1/2/2020 - Present', '?/2020 to now'],
    ['20180301 - 20200531', '3/2018 to 5/2020'],
    ['Mar 18, 2018 to May 5, 2020', '3/2018 to 5/2020'],
    ['June 2019 to currently employed', '6/2019 to now'],
    ['2020 - Expected 2024', '?/2020 to ?/2024'],
    ["Jan '19 - Mar '21", '1/2019 to 3/2021'],
    ['Q1 2020 - Q3 2021', '?/2020 to ?/2021'],
    ['Early 2019 - Late 2020', '?/2019 to ?/2020'],
    ['Summer 2019 - Fall 2020', '?/2019 to ?/2020'],
    ['Jan 2020 â€“ Present', '1/2020 to now'],
  ],
  'in the other languages of the network': [
    ['sept. 2019 - Aujourd’hui 3 ans 2 mois', '9/2019 to now'],
    ['Depuis le 1er mars 2020', '3/2020 to now'],
    ['de 2019', '?/2019 to now'],
    ['Gegenwärtig', 'unknown to now'],
    ['1.3.2020 - 31.5.2021', '3/2020 to 5/2021'],
    ['ene. 2020 - actualmente 3 años', '1/2020 to now'],
    ['dal 01/2019 ad oggi', '1/2019 to now'],
    ['sty 2020 – obecnie', '1/2020 to now'],
    ['styczeń 2020 - marzec 2021', '1/2020 to 3/2021'],
    ['Ocak 2016 - Ekim 2019', '1/2016 to 10/2019'],
    ['Oca 2020 - Halen', '1/2020 to now'],
    ['maj 2019 – nu', '5/2019 to now'],
    ['jan. 2020 – nå', '1/2020 to now'],
    ['tammikuu 2020 – nykyhetki', '1/2020 to now'],
    ['ian. 2020 - Prezent', '1/2020 to now'],
    ['янв. 2020 – настоящее время', '1/2020 to now'],
    ['січ. 2020 – дотепер', '1/2020 to now'],
    ['Ιαν 2020 – Σήμερα', '1/2020 to now'],
    ['jan. 2020 – jelenleg', '1/2020 to now'],
    ['Jan 2020 - Saat ini', '1/2020 to now'],
    ['Jan 2020 - Kini', '1/2020 to now'],
    ['ม.ค. 2563 - ปัจจุบัน', '1/2020 to now'],
    ['2020년 3월 - 현재', '3/2020 to now'],
    ['2021.02 ~ 현재', '2/2021 to now'],
    ['2020年3月 – 目前', '3/2020 to now'],
    ['2020年3月から2021年5月まで', '3/2020 to 5/2021'],
    ['2020年3月～現在に至る', '3/2020 to now'],
    ['يناير 2016 - أكتوبر 2019', '1/2016 to 10/2019'],
    ['ינואר 2020 - היום', '1/2020 to now'],
    ['जनवरी 2016 - अक्टूबर 2019', '1/2016 to 10/2019'],
    ['جنوری 2016 - اکتوبر 2019', '1/2016 to 10/2019'],
    ['с марта 2020 по май 2021', '3/2020 to 5/2021'],
    ['2020년 3월부터 2021년 5월까지', '3/2020 to 5/2021'],
    ['2020년 3월부터', '3/2020 to now'],
    ['2021年5月まで', 'unknown to 5/2021'],
    ['มี.ค. 2563 - ก.พ. 2565', '3/2020 to 2/2022'],
    ['2020. március – 2021. május', '3/2020 to 5/2021'],
    ['मार्च 2020 से मई 2021 तक', '3/2020 to 5/2021'],
    ['من يناير 2020 إلى مارس 2021', '1/2020 to 3/2021'],
    ['Tháng 3 năm 2020 đến tháng 5 năm 2021', '3/2020 to 5/2021'],
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
    ['2/25 - 7/25'],
    ['2009-12'],
    ['2008-10'],
    ['2010/11'],
    ['2004-05 – 2007-08'],
    ['2009/10 - 2011/12'],
    ['2015 - 2018 • 2020 - Present'],
    ['5/2022 - Present | 3/2019 - 4/2022'],
    ['1998-05 - 2001-03'],
    ['Jan 2020 · Gaur egun'],
    ['Jan 2020 - Mar 2021; Jun 2022 - Present'],
    ['3 years from 2019'],
    ['2019 · 6 mos'],
    ['Spring 2018 - Winter 2020'],
    ['Jan-20 - Mar-21'],
    ['2019 – 21'],
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

test.each([
  [
    'dashes',
    [
      'Mar 2019 ⁃ May 2021',
      'Mar 2019 〜 May 2021',
      'Mar 2019 ➜ May 2021',
      'Mar 2019 ⟶ May 2021',
      'Mar 2019 － May 2021',
    ],
  ],
  [
    'full-width and Arabic digits',
    [
      '３/２０１９ - ５/２０２１',
      '２０１９年３月～２０２１年５月',
      '٣/٢٠١٩ - ٥/٢٠٢١',
      '２０１９．０３ - ２０２１．０５',
      '۳/۲۰۱۹ - ۵/۲۰۲۱',
    ],
  ],
  [
    'lengths with dots',
    [
      'Mar 2019 - May 2021 · 2 yrs. 3 mos.',
      'Mar 2019 - May 2021 2 yr. 3 mo.',
      'mars 2019 - mai 2021 · 2 ans 3 mois',
      'Mar 2019 - May 2021 (2.3 yrs.)',
      'März 2019 - Mai 2021 · 2 Jahre 3 Mon.',
    ],
  ],
  [
    'hidden and right-to-left marks',
    [
      '\u2067Mar 2019 - May 2021\u2069',
      '\u200fمارس 2019 - مايو 2021\u200f',
      'Mar\u00a02019\u2009–\u2009May\u202f2021',
      'Mar\u00ad 2019 \u200b- May\u2060 2021',
      '\ufeffMar 2019 - May 2021',
    ],
  ],
  [
    'two-digit years behind an apostrophe',
    [
      "Mar '19 - May '21",
      'Mar ’19 – May ’21',
      "March '19 to May '21",
      "mars '19 - mai '21",
      "Mar. '19 - May. '21",
    ],
  ],
])('%s of many kinds read the same', (_, texts) => {
  for (const text of texts)
    expect(readDateRange(text), text).toEqual({
      start: { y: 2019, m: 3 },
      end: { y: 2021, m: 5 },
      current: false,
    })
})

test.each([
  'Mid 2018 - End 2020',
  'Start 2018 - Late 2020',
  '2018-W10 - 2020-W05',
  'Week 10 2018 - Week 20 2020',
  'KW 10/2018 - KW 20/2020',
  'Spring 2018 - Autumn 2020',
  'Q2 2018 - Q4 2020',
])('%s is known by its years alone', (text) => {
  const [start, end] = [
    { y: 2018, m: null },
    { y: 2020, m: null },
  ]
  expect(readDateRange(text)).toEqual({ start, end, current: false })
})

test.each([
  ...[
    'Mar 2019 - tilldate',
    'marec 2019 - doteraz',
    'mart 2019 - trenutno',
    'март 2019 - сега',
    'märts 2019 - praegu',
  ],
  ...[
    'kovas 2019 - dabar',
    'marts 2019 - šobrīd',
    'март 2019 - данас',
    'mars 2019 - tills vidare',
    'maaliskuu 2019 - toistaiseksi',
  ],
])('%s goes on', (text) => {
  expect(readDateRange(text)).toEqual({ start: { y: 2019, m: 3 }, end: null, current: true })
})

test.each([
  ...['1399 - 1401', 'فروردین ۱۳۹۹ - اکنون', '1441 هـ - 1443 هـ', '2563 - 2564', '令和2年3月 - 現在'],
  ...['03/19 - 05/21', 'Mar-19 to May-21', '13/2019 - 15/2021', 'Mar 2021 - Mar 2019', '2019ish - present'],
])('%s can be read in more than one way, or in none, and stays unread', (text) => {
  expect(readDateRange(text)).toBeNull()
})
