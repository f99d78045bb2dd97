import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { companyKey } from './company-key'
import { type Bounds, certainSpan, toBounds } from './tenure'

export type JobOverlap = {
  /** As the first of the two wrote it. */
  company: string
  from: Month
  to: Month
  /** The fewest and the most months that the dates of both allow. */
  months: number
  monthsMax: number
}

type Stay = { company: string; bounds: Bounds }

/** Jobs with readable dates by the company, however it is written. */
export function staysByCompany(experiences: readonly Experience[], asOf: Month): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>()
  for (const experience of experiences) {
    const bounds = toBounds(experience, asOf)
    if (experience.company === null || !bounds) continue
    const key = companyKey(experience.company)
    stays.set(key, [...(stays.get(key) ?? []), { company: experience.company, bounds }])
  }
  return stays
}

const toMonth = (index: number): Month => ({ y: Math.floor(index / 12), m: (index % 12) + 1 })

function overlap(mine: Stay, theirs: Stay): JobOverlap | null {
  const from = Math.max(mine.bounds.startMin, theirs.bounds.startMin)
  const to = Math.min(mine.bounds.endMax, theirs.bounds.endMax)
  if (from > to) return null
  const [a, b] = [certainSpan(mine.bounds), certainSpan(theirs.bounds)]
  const certain = a && b ? Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1) : 0
  return {
    company: mine.company,
    from: toMonth(from),
    to: toMonth(to),
    months: certain,
    monthsMax: to - from + 1,
  }
}

/**
 * Where two people were at one company at the same time, the longest of each company, the longest first. By dates and the
 * company's name alone: nobody says that they met.
 */
export function findOverlaps(
  mine: ReadonlyMap<string, readonly Stay[]>,
  theirs: ReadonlyMap<string, readonly Stay[]>,
): JobOverlap[] {
  const longest = (a: JobOverlap, b: JobOverlap) => b.months - a.months || b.monthsMax - a.monthsMax
  return [...mine]
    .flatMap(([key, own]) => {
      const all = own.flatMap((stay) =>
        (theirs.get(key) ?? []).flatMap((other) => overlap(stay, other) ?? []),
      )
      return all.sort(longest).slice(0, 1)
    })
    .sort(longest)
}
