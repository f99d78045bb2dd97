import type { Month } from '@/lib/contracts/month'

/** How far back careers are drawn, in years; `all` begins where the earliest of them does. */
export const careerZooms = [5, 10, 20, 'all'] as const
export type CareerZoom = (typeof careerZooms)[number]

/** The stretch of time that every career of a list is drawn on: months since year 0, `to` excluded. */
export type CareerAxis = { from: number; to: number }

export type Tick = {
  month: number
  /** The year that begins there. */
  year: number
}

const maxYears = 60

/** Months since year 0 of the first month a date can mean. */
export const toMonthIndex = ({ y, m }: Month): number => y * 12 + (m ?? 1) - 1

/**
 * @param asOf the month that counts as now; it is the last one drawn
 * @param earliest first month of the earliest career, months since year 0; null when none is known
 */
export function careerAxis(zoom: CareerZoom, asOf: Month, earliest: number | null): CareerAxis {
  const to = toMonthIndex(asOf) + 1
  const longest = to - maxYears * 12
  if (zoom !== 'all') return { from: to - zoom * 12, to }
  // Whole years, so that a career never begins on the very edge; a year at least, so that there is something to see.
  const from = earliest === null ? to - 120 : Math.floor(Math.min(earliest, to - 12) / 12) * 12
  return { from: Math.max(longest, from), to }
}

/** Years to write along an axis, evenly spaced, none so near an end that its label would leave it. */
export function axisTicks({ from, to }: CareerAxis): Tick[] {
  const years = (to - from) / 12
  const step = years <= 6 ? 1 : years <= 12 ? 2 : years <= 30 ? 5 : 10
  const margin = (to - from) * 0.04
  const ticks: Tick[] = []
  for (let year = Math.ceil(from / 12 / step) * step; year * 12 <= to - margin; year += step) {
    if (year * 12 >= from + margin) ticks.push({ month: year * 12, year })
  }
  return ticks
}

/** Where a month stands on an axis, 0 at its start and 1 at its end; what lies outside is brought to the edge. */
export const placeOnAxis = ({ from, to }: CareerAxis, month: number): number =>
  Math.min(1, Math.max(0, (month - from) / (to - from)))
