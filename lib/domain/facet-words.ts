import type { DaysRange, YearsRange } from '@/lib/contracts/view'

/** A range of years of experience in words: “2 to 4 years”. */
export function yearsText({ min, max }: YearsRange): string {
  if (min === null) return max === null ? 'Unknown' : `Up to ${max} years`
  if (max === null) return `${min} years or more`
  if (min === 0 && max < 2) return max === 0 ? 'Under a year' : 'Under 2 years'
  return min === max ? `${min} ${min === 1 ? 'year' : 'years'}` : `${min} to ${max} years`
}

/** A day as one reads it. @param locale the reader's */
export const dayText = (day: string, locale: string): string =>
  new Date(day).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** A range of days as one reads it: a day, a whole month, from or up to a day, or from one to another. */
export function daysText({ from, to }: DaysRange, locale: string): string {
  if (from === null) return to === null ? 'Unknown' : `Up to ${dayText(to, locale)}`
  if (to === null) return `Since ${dayText(from, locale)}`
  if (from === to) return dayText(from, locale)
  const next = new Date(Date.parse(to) + 86_400_000).toISOString()
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && next.slice(8, 10) === '01'
  if (!isMonth) return `${dayText(from, locale)} to ${dayText(to, locale)}`
  return new Date(from).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
}
