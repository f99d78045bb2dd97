import type { Insight, InsightBar } from '@/lib/contracts/insights'
import { formatMonth } from '@/lib/domain/months'

type Write = { day: (day: string) => string; locale: string }

/** A bar's label as a reader sees it: of arrivals the day, week, month or year. */
export function barLabel({ label }: InsightBar, unit: Insight['unit'], { day, locale }: Write): string {
  if (unit === undefined) return label
  if (unit === 'day') return day(label)
  if (unit === 'week') return `Week of ${day(label)}`
  const [y, m] = [Number(label.slice(0, 4)), Number(label.slice(5, 7))]
  return unit === 'month' ? formatMonth({ y, m }, locale) : String(y)
}
