import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLocale } from '@/lib/domain/reader-locale'
import { dayPattern, formatDay, parseDay } from '@/lib/domain/typed-day'
import { firstDayOfWeek } from '@/lib/domain/week-start'

const tags = [
  'en-GB',
  'en-US',
  'de-DE',
  'sv-SE',
  'hu-HU',
  'ja-JP',
  'ko-KR',
  'ar-EG',
  'he-IL',
  'fa-IR',
  'bg-BG',
]
const locales = tags.map((tag) => toLocale(tag) ?? tag)

test.each([
  ['en-GB', 'DD/MM/YYYY', '02/04/2026'],
  ['en-US', 'MM/DD/YYYY', '04/02/2026'],
  ['de-DE', 'DD.MM.YYYY', '02.04.2026'],
  ['sv-SE', 'YYYY-MM-DD', '2026-04-02'],
])('a reader of %s is shown how to type a day, and what was typed', (tag, pattern, written) => {
  const locale = toLocale(tag) ?? tag
  expect(dayPattern(locale)).toBe(pattern)
  expect(formatDay('2026-04-02', locale)).toBe(written)
})

test('a day that is written in any locale is read as the same day', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.constantFrom(...locales), (each, locale) => {
      expect(parseDay(formatDay(each, locale), locale)).toBe(each)
      expect(parseDay(each, locale)).toBe(each)
    }),
  )
})

test.each([
  ['2.4.26', 'en-GB', '2026-04-02'],
  [' 2 / 4 / 2026 ', 'en-GB', '2026-04-02'],
  ['4-2-2026', 'en-US', '2026-04-02'],
  ['2 Apr 2026', 'en-GB', '2026-04-02'],
  ['April 2, 2026', 'en-US', '2026-04-02'],
  ['2026 April 2', 'en-GB', '2026-04-02'],
  ['2. März 2026', 'de-DE', '2026-03-02'],
  ['2. mär 26', 'de-DE', '2026-03-02'],
  ['29/02/2028', 'en-GB', '2028-02-29'],
])('“%s” in %s is %s', (text, tag, day) => {
  expect(parseDay(text, toLocale(tag) ?? tag)).toBe(day)
})

test.each([
  ['31/02/2026', 'en-GB'],
  ['29/02/2026', 'en-GB'],
  ['13/31/2026', 'en-US'],
  ['02/04', 'en-GB'],
  ['2/4/026', 'en-GB'],
  ['0000-01-01', 'en-GB'],
  ['2 Ma 2026', 'en-GB'],
  ['2 Smarch 2026', 'en-GB'],
  ['1/2/3/4', 'en-GB'],
  ['yesterday', 'en-GB'],
])('“%s” in %s is no day', (text, tag) => {
  expect(parseDay(text, toLocale(tag) ?? tag)).toBeNull()
})

test('no text makes the reading of a day fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...locales), (text, locale) => {
      const day = parseDay(text, locale)
      expect(day === null || /^\d{4}-\d{2}-\d{2}$/.test(day)).toBe(true)
    }),
  )
})

test.each([
  ['en-GB', 1],
  ['en-US', 0],
  ['ar-EG', 6],
])('a week in %s begins with day %i', (tag, day) => {
  expect(firstDayOfWeek(toLocale(tag) ?? tag)).toBe(day)
})
