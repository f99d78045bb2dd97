import type { Month } from '@/lib/contracts/month'
import type { DateReading } from './date-range'

/** Calendar months, both ends included: the fewest and the most that written dates allow. */
export type Months = { min: number; max: number }

/** Months since year 0 between which a job lasted: `start` and `end` each from the earliest to the latest reading. */
export type Bounds = { startMin: number; startMax: number; endMin: number; endMax: number }

const toFirstMonth = ({ y, m }: Month) => y * 12 + (m ?? 1) - 1
const toLastMonth = ({ y, m }: Month) => y * 12 + (m ?? 12) - 1

/** The UTC month of an ISO 8601 time. */
export function toMonth(iso: string): Month {
  const date = new Date(iso)
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1 }
}

/**
 * When a job lasted, as far as its dates tell. What lies after `asOf` has not happened yet and is not counted.
 * @returns null when an end is unknown, or all of it lies ahead
 */
export function toBounds({ start, end, current }: DateReading, asOf: Month): Bounds | null {
  if (!start || (!end && !current)) return null
  const now = toLastMonth(asOf)
  const [endMin, endMax] = end ? [toFirstMonth(end), toLastMonth(end)] : [now, now]
  const startMin = toFirstMonth(start)
  if (startMin > now) return null
  const last = Math.min(endMax, now)
  // An end is never before its own start, whatever a year-only date would allow.
  return {
    startMin,
    startMax: Math.min(toLastMonth(start), last),
    endMin: Math.min(Math.max(endMin, startMin), last),
    endMax: last,
  }
}

const toLength = ({ startMin, startMax, endMin, endMax }: Bounds): Months => ({
  min: Math.max(1, endMin - startMax + 1),
  max: endMax - startMin + 1,
})

/** How long a job lasted: `2/2025 - 7/2025` is 6, `2019` is 1 to 12. Null when its dates do not tell. */
export function toMonths(reading: DateReading, asOf: Month): Months | null {
  const bounds = toBounds(reading, asOf)
  return bounds && toLength(bounds)
}

/**
 * Would any length be another one a month later? So it is while a job goes on, or a date lies in the month or after it.
 * @param asOf the month up to which lengths are counted
 */
export function growsAfter(readings: readonly DateReading[], asOf: Month): boolean {
  const now = toLastMonth(asOf)
  return readings.some(
    ({ start, end, current }) =>
      start !== null && (current || toLastMonth(start) > now || (end !== null && toLastMonth(end) > now)),
  )
}

/** Months that at least one of these spans covers. @param spans first and last month, both included */
export function unionLength(spans: readonly (readonly [number, number])[]): number {
  let total = 0
  let reached = -Infinity
  for (const [first, last] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (last > reached) total += last - Math.max(first, reached + 1) + 1
    reached = Math.max(reached, last)
  }
  return total
}

/** The months in which a job certainly lasted; null when no single month is certain. */
export const certainSpan = ({ startMax, endMin }: Bounds): [number, number] | null =>
  startMax <= endMin ? [startMax, endMin] : null

/**
 * Months worked in all, overlapping ones counted once. Jobs whose dates do not tell are left out.
 * @returns null when none of them does
 */
export function totalMonths(readings: readonly DateReading[], asOf: Month): Months | null {
  const known = readings.map((reading) => toBounds(reading, asOf)).filter((bounds) => bounds !== null)
  if (known.length === 0) return null
  const certain = known.map(certainSpan).filter((span) => span !== null)
  const maxLength = Math.max(...known.map((bounds) => toLength(bounds).min))
  return {
    min: Math.max(unionLength(certain), maxLength),
    max: unionLength(known.map(({ startMin, endMax }) => [startMin, endMax] as const)),
  }
}
