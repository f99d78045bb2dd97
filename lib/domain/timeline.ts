import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { companyKey } from './company-key'
import { type Bounds, toBounds, certainSpan, type Months, totalMonths, unionLength } from './tenure'

export type Role = {
  experience: Experience
  /** Months certainly shared with another job. */
  overlapMonths: number
}

export type TimelineItem =
  | {
      kind: 'company'
      company: string | null
      companyUrl: string | null
      months: Months | null
      roles: Role[]
    }
  | { kind: 'gap'; months: Months }

export type Timeline = {
  /** Newest first. */
  items: TimelineItem[]
  /** Overlapping months counted once; null when no dates could be read. */
  total: Months | null
  /** Jobs left out of the sum because their dates do not tell. */
  unparsed: number
  /** Months certainly spent in two or more jobs at once. */
  overlapMonths: number
  /** Months certainly between jobs. */
  gapMonths: number
  /** True when a year-only date makes the total a range. */
  uncertain: boolean
}

type Entry = { experience: Experience; bounds: Bounds | null; span: [number, number] | null }

// A job without readable dates stays below the one it stood below in the provider's order.
function newestFirst(entries: readonly Entry[]): Entry[] {
  const anchors: { bounds: Bounds; entries: Entry[] }[] = []
  const head: Entry[] = []
  for (const entry of entries) {
    if (entry.bounds) anchors.push({ bounds: entry.bounds, entries: [entry] })
    else (anchors.at(-1)?.entries ?? head).push(entry)
  }
  anchors.sort(
    (a, b) =>
      b.bounds.endMax - a.bounds.endMax ||
      b.bounds.startMax - a.bounds.startMax ||
      b.bounds.startMin - a.bounds.startMin,
  )
  return [...head, ...anchors.flatMap((anchor) => anchor.entries)]
}

function shared([first, last]: [number, number], others: readonly [number, number][]): number {
  const cut = others
    .map(([from, to]) => [Math.max(first, from), Math.min(last, to)] as const)
    .filter(([from, to]) => from <= to)
  return unionLength(cut)
}

function countOverlap(entries: readonly Entry[], entry: Entry): number {
  if (!entry.span) return 0
  return shared(
    entry.span,
    entries.flatMap((other) => (other !== entry && other.span ? [other.span] : [])),
  )
}

/** Months covered twice or more: what single counting takes away, once per month. */
function doubleCovered(spans: readonly [number, number][]): number {
  const twice = spans.flatMap(([first, last], at) =>
    spans
      .slice(at + 1)
      .map(([from, to]) => [Math.max(first, from), Math.min(last, to)] as const)
      .filter(([from, to]) => from <= to),
  )
  return unionLength(twice)
}

const sameCompany = (a: string | null, b: string | null) =>
  a !== null && b !== null && companyKey(a) === companyKey(b)

/**
 * A career as it is drawn: newest job first, consecutive roles at one company together, the time between jobs as items
 * of its own. Gaps and overlaps are stated only where the written dates leave no doubt.
 */
export function buildTimeline(experiences: readonly Experience[], asOf: Month): Timeline {
  const entries = newestFirst(
    experiences.map((experience) => {
      const bounds = toBounds(experience, asOf)
      return { experience, bounds, span: bounds && certainSpan(bounds) }
    }),
  )
  const items: TimelineItem[] = []
  const spans = entries.flatMap(({ span }) => (span ? [span] : []))
  let gapMonths = 0
  let earliest = { min: Infinity, max: Infinity }
  entries.forEach((entry, at) => {
    const { experience, bounds } = entry
    if (bounds) {
      const uncovered = earliest.min - bounds.endMax - 1
      if (Number.isFinite(uncovered) && uncovered >= 1) {
        const latest = Math.max(...entries.slice(at).map((rest) => rest.bounds?.endMin ?? -Infinity))
        items.push({
          kind: 'gap',
          months: { min: uncovered, max: Math.max(uncovered, earliest.max - latest - 1) },
        })
        gapMonths += uncovered
      }
      earliest = {
        min: Math.min(earliest.min, bounds.startMin),
        max: Math.min(earliest.max, bounds.startMax),
      }
    }
    const role: Role = { experience, overlapMonths: countOverlap(entries, entry) }
    const last = items.at(-1)
    if (last?.kind === 'company' && sameCompany(last.company, experience.company)) {
      last.roles.push(role)
      last.companyUrl ??= experience.companyUrl
      last.months = totalMonths(
        last.roles.map((each) => each.experience),
        asOf,
      )
    } else {
      const { company, companyUrl } = experience
      items.push({
        kind: 'company',
        company,
        companyUrl,
        months: totalMonths([experience], asOf),
        roles: [role],
      })
    }
  })
  const total = totalMonths(experiences, asOf)
  return {
    items,
    total,
    unparsed: entries.filter(({ bounds }) => !bounds).length,
    overlapMonths: doubleCovered(spans),
    gapMonths,
    uncertain: total !== null && total.min !== total.max,
  }
}
