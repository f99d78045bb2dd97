import type { InsightBar, insightUnits } from '@/lib/contracts/insights'

/** People by day: an ISO day, and how many. */
export type DayCount = { day: string; count: number }
type Unit = (typeof insightUnits)[number]

const dayMs = 86_400_000
// As many bars as can be told apart on a phone.
const maxBars = 31
const maxMonths = 48
/** The most choices that a filter by single days takes. */
const maxDayChoices = 50

const toIso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The first day of the unit that a day lies in; weeks begin on Monday. */
function startOf(unit: Unit, day: string): string {
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  const ms = Date.parse(day)
  return unit === 'day' ? day : toIso(ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs)
}

function nextStart(unit: Unit, start: string): string {
  const [y, m] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  if (unit === 'year') return toIso(Date.UTC(y + 1, 0, 1))
  if (unit === 'month') return toIso(Date.UTC(y, m, 1))
  return toIso(Date.parse(start) + (unit === 'day' ? 1 : 7) * dayMs)
}

function chooseUnit(first: string, last: string): Unit {
  const days = (Date.parse(last) - Date.parse(first)) / dayMs + 1
  if (days <= maxBars) return 'day'
  if (days <= maxBars * 7) return 'week'
  return days <= maxMonths * 31 ? 'month' : 'year'
}

/**
 * Arrivals as bars over time without holes: by day, week, month or year, whichever keeps them few.
 * @param days in any order, each at most once
 * @param ranges whether their filter takes ranges of days; else it takes the single days on which somebody came
 */
export function toArrivalBars(
  days: readonly DayCount[],
  ranges: boolean,
): { unit: Unit; bars: InsightBar[] } {
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const [first, last] = [sorted.at(0)?.day, sorted.at(-1)?.day]
  if (first === undefined || last === undefined) return { unit: 'day', bars: [] }
  const unit = chooseUnit(first, last)
  const byStart = new Map<string, DayCount[]>()
  for (const each of sorted) {
    const start = startOf(unit, each.day)
    byStart.set(start, [...(byStart.get(start) ?? []), each])
  }
  const bars: InsightBar[] = []
  for (let start = startOf(unit, first); start <= last; start = nextStart(unit, start)) {
    const within = byStart.get(start) ?? []
    const end = toIso(Date.parse(nextStart(unit, start)) - dayMs)
    const single = within.map(({ day }) => day)
    const choices = ranges ? [start === end ? start : `${start}..${end}`] : single
    bars.push({
      label: start,
      count: within.reduce((sum, { count }) => sum + count, 0),
      choices: within.length === 0 || choices.length > maxDayChoices ? [] : choices,
    })
  }
  return { unit, bars }
}
