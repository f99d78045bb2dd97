import type { Month } from '@/lib/contracts/month'

function written(months: number): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years} yr` : '', rest > 0 || years === 0 ? `${rest} mo` : '']
    .filter(Boolean)
    .join(' ')
}

/**
 * A length in words, short: `6 mo`, `2 yr 3 mo`; a range where the dates allow one: `1–3 yr`, `2 yr 3–5 mo`,
 * `11 mo – 2 yr`.
 * @param min whole months, 0 or more
 */
export function formatMonths(min: number, max: number | null = null): string {
  if (max === null || max === min) return written(min)
  if (min % 12 === 0 && max % 12 === 0 && min > 0) return `${min / 12}–${max / 12} yr`
  if (max < 12) return `${min}–${max} mo`
  const years = Math.floor(min / 12)
  if (years === Math.floor(max / 12) && min % 12 > 0) return `${years} yr ${min % 12}–${max % 12} mo`
  return `${written(min)} – ${written(max)}`
}

/** The same where there is room for a few letters: a longer range is widened to whole years, `4–6 yr`. */
export function formatMonthsShort(min: number, max: number | null = null): string {
  const whole = formatMonths(min, max)
  return max === null || min < 12 || !whole.includes(' – ')
    ? whole
    : `${Math.floor(min / 12)}–${Math.ceil(max / 12)} yr`
}

/** A month as a reader writes it: `Feb 2025`, or `2025` when only the year is known. */
export function formatMonth({ y, m }: Month, locale = 'en'): string {
  if (m === null) return String(y)
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, m - 1, 1),
  )
  return `${name} ${y}`
}
