import type { Month } from '@/lib/contracts/month'
import { companyKey } from './company-key'
import { type Months, toMonths } from './tenure'
import type { Timeline } from './timeline'

export type CareerFacts = {
  /** Months in at least one job, overlaps counted once; null when no date could be read. */
  total: Months | null
  /** Some dates name only the year. */
  uncertain: boolean
  /** Jobs with readable dates, and those left out without. */
  dated: number
  undated: number
  /** Of the jobs with readable dates; null for fewer than two, which need no summary. */
  median: Months | null
  longest: Months | null
  /** In the job held now; null for someone between jobs, or where its start is not known. */
  current: Months | null
  /** Times between jobs that certainly lasted longer than three months, latest first. */
  gaps: Months[]
  /** Months certainly spent in two or more jobs at once. */
  overlapMonths: number
  /** Companies, each counted once. */
  employers: number
}

const longGap = 3

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return Math.round((below + above) / 2)
}

/**
 * What a career adds up to. Lengths are bounds: what holds for the shortest and for the longest reading of each date.
 * @param asOf the month up to which a current job counts
 */
export function careerFacts(timeline: Timeline, asOf: Month): CareerFacts {
  const { items, total, uncertain, unparsed: undated, overlapMonths } = timeline
  const jobs = items
    .flatMap((item) => (item.kind === 'company' ? item.roles : []))
    .map(({ experience }) => ({ experience, length: toMonths(experience, asOf) }))
  const lengths = jobs.flatMap(({ length }) => length ?? [])
  const mins = lengths.map(({ min }) => min).sort((a, b) => a - b)
  const maxs = lengths.map(({ max }) => max).sort((a, b) => a - b)
  const several = lengths.length > 1
  const companies = items.flatMap((item) => (item.kind === 'company' && item.company ? [item.company] : []))
  return {
    total,
    uncertain,
    dated: lengths.length,
    undated,
    median: several ? { min: middle(mins), max: middle(maxs) } : null,
    longest: several ? { min: mins.at(-1) ?? 0, max: maxs.at(-1) ?? 0 } : null,
    current: jobs.find(({ experience, length }) => experience.current && length)?.length ?? null,
    gaps: items.flatMap((item) => (item.kind === 'gap' && item.months.min > longGap ? [item.months] : [])),
    overlapMonths,
    employers: new Set(companies.map(companyKey)).size,
  }
}
