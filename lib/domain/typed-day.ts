type Part = 'day' | 'month' | 'year'

const numeric: Intl.DateTimeFormatOptions = {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
}
const letters: Record<Part, string> = { day: 'DD', month: 'MM', year: 'YYYY' }

const isPart = (type: string): type is Part => type in letters

/** A day of the calendar as `2026-04-02`; null where no calendar has it. */
function toDay(year: number, month: number, day: number): string | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}

/** The month that a word names in the reader's language, from 1; null for any other word. Three letters are enough. */
function toMonth(word: string, locale: string): number | null {
  const name = word.toLocaleLowerCase(locale)
  for (let month = 0; month < 12; month += 1) {
    const long = new Date(Date.UTC(2026, month)).toLocaleDateString(locale, {
      month: 'long',
      timeZone: 'UTC',
    })
    const isNamed = long.toLocaleLowerCase(locale).startsWith(name)
    if (isNamed && (name.length >= 3 || name.length === long.length)) return month + 1
  }
  return null
}

/** How a reader writes a day in numbers, in letters: `DD/MM/YYYY`. @param locale Gregorian, in Latin digits */
export const dayPattern = (locale: string): string =>
  new Intl.DateTimeFormat(locale, numeric)
    .formatToParts(0)
    .map(({ type, value }) => (isPart(type) ? letters[type] : value))
    .join('')

/** A day as its reader writes it in numbers: `02/04/2026`. @param day as `2026-04-02` */
export const formatDay = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, numeric)

/**
 * Reads a day as somebody types it: in the reader's own order with any separators, with the month as a word, or as ISO
 * 8601 whatever the locale. A year of two digits is one of this century.
 * @param locale Gregorian, in Latin digits
 * @returns the day as `2026-04-02`; null for what names no day
 */
export function parseDay(text: string, locale: string): string | null {
  const tokens = text.normalize('NFKC').match(/\p{L}\p{M}*(?:\p{L}|\p{M})*|\d+/gu) ?? []
  const numbers = tokens.filter((token) => /^\d/.test(token))
  const words = tokens.filter((token) => !/^\d/.test(token))
  const fullYear = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))
  const [a = '', b = '', c = ''] = numbers

  if (numbers.length === 2) {
    const month = words.map((word) => toMonth(word, locale)).find((found) => found !== null)
    if (!month) return null
    return a.length === 4 ? toDay(Number(a), month, Number(b)) : toDay(fullYear(b), month, Number(a))
  }
  if (numbers.length !== 3) return null
  if (a.length === 4) return toDay(Number(a), Number(b), Number(c))
  const typed: Partial<Record<Part, string>> = {}
  const order = new Intl.DateTimeFormat(locale, numeric)
    .formatToParts(0)
    .flatMap(({ type }) => (isPart(type) ? [type] : []))
  for (const [at, part] of order.entries()) typed[part] = numbers[at]
  const { day = '', month = '', year = '' } = typed
  if (day.length > 2 || month.length > 2 || ![2, 4].includes(year.length)) return null
  return toDay(fullYear(year), Number(month), Number(day))
}
