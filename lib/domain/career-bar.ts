import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerAxis } from './career-axis'
import { companyKey } from './company-key'
import { toBounds } from './tenure'

/** A job as it is drawn: months since year 0, ends excluded. `certain` is null where no month is. */
export type BarJob = {
  /** Its place in the provider's order. */
  index: number
  from: number
  to: number
  certain: { from: number; to: number } | null
  current: boolean
}

/** Roles at one company that follow each other without a month between them: one bar. */
export type Employment = { lane: number; from: number; to: number; current: boolean; jobs: BarJob[] }

export type CareerBar = {
  /** Earliest first. */
  employments: Employment[]
  /** Rows the employments take so that none covers another. */
  lanes: number
  /** Jobs that cannot be drawn: their dates do not tell. */
  undated: number
  /** First month drawn; null for an empty bar. */
  from: number | null
}

function readJobs(experiences: readonly Experience[], asOf: Month): BarJob[] {
  const jobs = experiences.flatMap((experience, index): BarJob[] => {
    const bounds = toBounds(experience, asOf)
    if (!bounds) return []
    const { startMin, startMax, endMin, endMax } = bounds
    const certain = startMax <= endMin ? { from: startMax, to: endMin + 1 } : null
    return [{ index, from: startMin, to: endMax + 1, certain, current: experience.current }]
  })
  return jobs.sort((a, b) => a.from - b.from || a.to - b.to || a.index - b.index)
}

/**
 * A career as a drawing on a time axis. The order of the jobs given changes nothing but their `index`.
 * @param asOf the month up to which a current job lasts
 */
export function careerBar(experiences: readonly Experience[], asOf: Month): CareerBar {
  const jobs = readJobs(experiences, asOf)
  const employments: (Employment & { company: string })[] = []
  for (const job of jobs) {
    const company = companyKey(experiences[job.index]?.company ?? '')
    const joined =
      company === '' ? undefined : employments.findLast((employment) => employment.company === company)
    if (joined && job.from <= joined.to) {
      joined.jobs.push(job)
      joined.to = Math.max(joined.to, job.to)
      joined.current ||= job.current
    } else {
      employments.push({ company, lane: 0, from: job.from, to: job.to, current: job.current, jobs: [job] })
    }
  }
  const free: number[] = []
  for (const employment of employments) {
    const lane = free.findIndex((until) => until <= employment.from)
    employment.lane = lane === -1 ? free.length : lane
    free[employment.lane] = employment.to
  }
  return {
    employments: employments.map(({ company: _company, ...employment }) => employment),
    lanes: Math.max(1, free.length),
    undated: experiences.length - jobs.length,
    from: jobs[0]?.from ?? null,
  }
}

/** Box of the drawing, in its own units: months across, this many down. */
export const barHeight = 24

const thickest = 8
const between = 2

/** Path data of a bar by how each piece is drawn. Empty where there is nothing of a kind. */
export type BarPaths = { past: string; current: string; pastUncertain: string; currentUncertain: string }

type Span = { from: number; to: number }

/** What of these spans none of the others covers, ascending and apart. */
function uncovered(spans: readonly Span[], covered: readonly Span[]): Span[] {
  const edges = [...spans, ...covered].flatMap(({ from, to }) => [from, to])
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  const covers = (list: readonly Span[], at: number) => list.some(({ from, to }) => from <= at && at < to)
  const pieces: Span[] = []
  cuts.slice(0, -1).forEach((from, at) => {
    const to = cuts[at + 1] ?? from
    if (!covers(spans, from) || covers(covered, from)) return
    const last = pieces.at(-1)
    if (last?.to === from) last.to = to
    else pieces.push({ from, to })
  })
  return pieces
}

function toPieces({ jobs }: Employment): Record<keyof BarPaths, Span[]> {
  const certain = (current: boolean) =>
    jobs.flatMap((job) => (job.current === current && job.certain ? [job.certain] : []))
  const all = (current: boolean) => jobs.filter((job) => job.current === current)
  const [now, before] = [certain(true), certain(false)]
  return {
    current: uncovered(now, []),
    past: uncovered(before, now),
    currentUncertain: uncovered(all(true), [...now, ...before]),
    pastUncertain: uncovered(all(false), [...now, ...before, ...all(true)]),
  }
}

function laneBox(lane: number, lanes: number): { y: number; height: number } {
  const height = Math.min(thickest, (barHeight - between * (lanes - 1)) / lanes)
  const used = lanes * height + (lanes - 1) * between
  return { y: (barHeight - used) / 2 + lane * (height + between), height }
}

const short = (value: number) => Number(value.toFixed(2))

/**
 * The drawing of a bar on an axis, one path for each way of drawing, so that a row costs a handful of elements whatever
 * the career. Units: months from the axis's start, and `barHeight` down. What lies outside the axis is cut off.
 */
export function barPaths({ employments, lanes }: CareerBar, axis: CareerAxis): BarPaths {
  const paths: BarPaths = { past: '', current: '', pastUncertain: '', currentUncertain: '' }
  for (const employment of employments) {
    const { y, height } = laneBox(employment.lane, lanes)
    for (const [kind, pieces] of Object.entries(toPieces(employment)) as [keyof BarPaths, Span[]][]) {
      for (const { from, to } of pieces) {
        const x = Math.max(from, axis.from) - axis.from
        const width = Math.min(to, axis.to) - axis.from - x
        if (width <= 0) continue
        paths[kind] += `M${x} ${short(y)}h${width}v${short(height)}h${-width}z`
      }
    }
  }
  return paths
}

/** Path data of a line wherever a bar ends in the month in which another employer's begins beside it; '' for none. */
export function barSeams({ employments, lanes }: CareerBar, axis: CareerAxis): string {
  return employments
    .filter(({ lane, to }) => employments.some((next) => next.lane === lane && next.from === to))
    .filter(({ to }) => to > axis.from && to < axis.to)
    .map(({ lane, to }) => {
      const { y, height } = laneBox(lane, lanes)
      return `M${to - axis.from} ${short(y)}v${short(height)}`
    })
    .join('')
}

/** The jobs that may have lasted in a month, latest first, as places in the provider's order. */
export const jobsAt = ({ employments }: CareerBar, month: number): number[] =>
  employments
    .flatMap(({ jobs }) => jobs)
    .filter(({ from, to }) => from <= month && month < to)
    .map(({ index }) => index)
    .reverse()
