import type { Month } from '@/lib/contracts/candidate'
import { type Months, monthsOf } from '@/lib/domain/tenure'
import type { Timeline } from '@/lib/domain/timeline'

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return Math.round((below + above) / 2)
}

/**
 * How long jobs lasted, as bounds like every other length: what holds for the shortest and for the longest reading of
 * each. Null for fewer than two jobs with readable dates, which need no summary.
 */
export function roleLengths({ items }: Timeline, asOf: Month): { median: Months; longest: Months } | null {
  const lengths = items
    .flatMap((item) => (item.kind === 'company' ? item.roles : []))
    .map(({ experience }) => monthsOf(experience, asOf))
    .filter((length) => length !== null)
  if (lengths.length < 2) return null
  const mins = lengths.map(({ min }) => min).sort((a, b) => a - b)
  const maxs = lengths.map(({ max }) => max).sort((a, b) => a - b)
  return {
    median: { min: middle(mins), max: middle(maxs) },
    longest: { min: mins.at(-1) ?? 0, max: maxs.at(-1) ?? 0 },
  }
}

/** Time between jobs in all; null when no gap is certain. */
export function gapLength({ items }: Timeline): Months | null {
  const gaps = items.flatMap((item) => (item.kind === 'gap' ? [item.months] : []))
  if (gaps.length === 0) return null
  return {
    min: gaps.reduce((sum, { min }) => sum + min, 0),
    max: gaps.reduce((sum, { max }) => sum + max, 0),
  }
}
