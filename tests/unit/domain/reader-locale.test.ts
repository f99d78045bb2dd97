import { expect, test } from 'vitest'
import { formatReaderLocale, parseReaderLocale, toLocale } from '@/lib/domain/reader-locale'

const day = new Date('2026-11-26T07:28:00Z')

test('a reader is known by the cookie, and by what their browser asks for before there is one', () => {
  const french = { locale: 'fr-FR-u-ca-gregory-nu-latn', timeZone: 'Europe/Paris' }
  expect(parseReaderLocale('fr-FR Europe/Paris', 'de-DE')).toEqual(french)
  expect(parseReaderLocale(formatReaderLocale(french), null)).toEqual(french)
  expect(parseReaderLocale(null, 'de-DE,de;q=0.9,en;q=0.8')).toEqual({
    locale: 'de-DE-u-ca-gregory-nu-latn',
    timeZone: null,
  })
})

test('the cookie of a reader in UTC says so', () => {
  expect(parseReaderLocale('en-GB UTC', null).timeZone).toBe('UTC')
})

test.each([
  [null, null],
  ['', ''],
  ['fr_FR', '*'],
  ['"; Path=/', ';;,,'],
  ['xx-nowhere Moon/Crater', 'tlh'],
  [' Europe/Nowhere', 'en-GB;q=x'],
])('what is no locale is the usual one: %j, %j', (cookie, header) => {
  expect(parseReaderLocale(cookie, header)).toEqual({ locale: 'en-GB-u-ca-gregory-nu-latn', timeZone: null })
})

test.each(['th-TH', 'fa-IR', 'ar-SA', 'ja-JP-u-ca-japanese', 'he-IL-u-ca-hebrew', 'mr-IN', 'my-MM', 'bn-BD'])(
  'a day in %s is of the calendar and the digits that careers are written in',
  (tag) => {
    const locale = toLocale(tag) ?? ''
    const written = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    })
    expect(written.format(day)).toContain('2026')
    expect(written.format(day)).toMatch(/28/)
    expect(new Intl.NumberFormat(locale).format(12_345)).toMatch(/^1?\d\D?\d{3}$|^12.?345$/)
  },
)
