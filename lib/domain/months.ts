import type { Month } from '@/lib/contracts/candidate'

function written(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years} yr` : '', rest > 0 || years === 0 ? `${rest} mo` : '']
    .filter(Boolean)
    .join(' ')
}

/** A length in words, short: `6 mo`, `2 yr 3 mo`; a range where the dates allow one: `1–3 yr`, `11 mo – 2 yr`. */
export function formatMonths(min: number, max: number | null = null): string {
  if (max === null || max === min) return written(min)
  if (min % 12 === 0 && max % 12 === 0 && min > 0) return `${min / 12}–${max / 12} yr`
  if (max < 12) return `${min}–${max} mo`
  return `${written(min)} – ${written(max)}`
}

/** A month as a reader writes it: `Feb 2025`, or `2025` when only the year is known. */
export function formatMonth({ y, m }: Month, locale = 'en'): string {
  if (m === null) return String(y)
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, m - 1, 1),
  )
  return `${name} ${y}`
}
