import { expect, test } from 'vitest'
import { readDateRange } from '@/lib/domain/date-range'

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

test.each([
  ['Febuary 2019 - Novemeber 2021', 2, 11],
  ['Janaury 2019 - Setember 2021', 1, 9],
  ['Feber 2019 - Decemeber 2021', 2, 12],
  ['févr. 2019 - juill. 2021', 2, 7],
  ['يوليوز 2019 - دجنبر 2021', 7, 12],
  ['জানুয়ারী 2019 - ফেব্রুয়ারী 2021', 1, 2],
  ['яну. 2019 - септ. 2021', 1, 9],
  ['2019 m. sausis - 2021 m. birželis', 1, 6],
  ['2019. gada janvāris - 2021. gada jūnijs', 1, 6],
  ['2019. g. janv. - 2021. g. jūn.', 1, 6],
])('%s is read for all its spelling', (text, from, to) => {
  const [start, end] = [
    { y: 2019, m: from },
    { y: 2021, m: to },
  ]
  expect(readDateRange(text)).toEqual({ start, end, current: false })
})

test.each(['til date', 'Untill now', 'Presnt', 'Curent', 'aujourd hui'])(
  'a job until “%s” goes on',
  (end) => {
    expect(readDateRange(`Mar 2019 - ${end}`)).toEqual({ start: { y: 2019, m: 3 }, end: null, current: true })
  },
)
