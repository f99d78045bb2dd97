'use client'

import { type KeyboardEvent, useRef } from 'react'
import { CareerLegend } from '@/components/shared/career-years'
import { Bdi } from '@/components/shared/text'
import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { axisTicks, type CareerAxis, placeOnAxis } from '@/lib/domain/career-axis'
import { type BarJob, careerBar, type Employment } from '@/lib/domain/career-bar'
import { jobWords } from '@/lib/domain/career-words'
import { useMark } from './mark-context'

type Props = { experiences: readonly Experience[]; axis: CareerAxis; asOf: Month }

const percent = (part: number) => `${part * 100}%`
const span = (axis: CareerAxis, from: number, to: number) => ({
  insetInlineStart: percent(placeOnAxis(axis, from)),
  width: percent(placeOnAxis(axis, to) - placeOnAxis(axis, from)),
})

type JobProps = { job: BarJob; experience: Experience; axis: CareerAxis; asOf: Month; first: boolean }

function JobBar({ job, experience, axis, asOf, first }: JobProps) {
  const { marked, handlers } = useMark(job.index)
  const { from, to, certain, current } = job
  const inside: CareerAxis = { from: Math.max(from, axis.from), to: Math.min(to, axis.to) }
  return (
    <button
      type="button"
      tabIndex={first ? 0 : -1}
      aria-label={jobWords(experience, asOf)}
      {...handlers}
      data-marked={marked}
      style={span(axis, from, to)}
      title={jobWords(experience, asOf)}
      className={`absolute inset-y-0 overflow-hidden rounded-mark border px-1.5 text-start text-small ${
        current
          ? 'border-accent bg-accent/20 text-ink forced-colors:border-[Highlight]'
          : 'border-bar bg-bar/15 text-ink forced-colors:border-[CanvasText]'
      } ${certain?.from === from && certain.to === to ? '' : 'forced-colors:border-dashed'} ${marked ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
    >
      {certain ? (
        <span
          aria-hidden
          style={span(inside, certain.from, certain.to)}
          className={`absolute inset-y-0 forced-colors:border-y ${current ? 'bg-accent/20' : 'bg-bar/20'}`}
        />
      ) : null}
      <span className="relative block truncate">
        {experience.company === null ? null : (
          <>
            <span className="font-medium">
              <Bdi>{experience.company}</Bdi>
            </span>
            {' · '}
          </>
        )}
        <Bdi>{experience.title ?? 'No title'}</Bdi>
      </span>
    </button>
  )
}

/** Jobs in lines, none over another: unlike the small drawing, roles at one company that overlap stand apart too. */
function inLines(employments: readonly Employment[]): BarJob[][] {
  const lines: BarJob[][] = []
  for (const job of employments.flatMap(({ jobs }) => jobs).sort((a, b) => a.from - b.from)) {
    const line = lines.find((jobs) => (jobs.at(-1)?.to ?? 0) <= job.from)
    if (line) line.push(job)
    else lines.push([job])
  }
  return lines
}

/**
 * The career at full width, on the same stretch of time as the table's header. Pointing at a job marks it in the list
 * beside it, and back. One stop of the Tab key; the arrows go from job to job.
 */
export function CareerChart({ experiences, axis, asOf }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { employments } = careerBar(experiences, asOf)
  const hidden = employments.flatMap(({ jobs }) => jobs).filter(({ to }) => to <= axis.from).length
  if (employments.length === 0) return null

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    const bars = [...(box.current?.querySelectorAll('button') ?? [])]
    const next = bars[bars.findIndex((bar) => bar === document.activeElement) + by]
    event.preventDefault()
    event.stopPropagation()
    next?.focus()
  }

  const lines = inLines(employments)
    .map((jobs) => jobs.filter(({ to }) => to > axis.from))
    .filter((jobs) => jobs.length > 0)
  const firstJob = lines[0]?.[0]
  return (
    <div
      className="card:hidden card:in-data-side:block"
      role="group"
      aria-label="Jobs over time"
      onKeyDown={onKeyDown}
    >
      <h2 className="flex items-baseline gap-3 text-small font-semibold text-muted">
        Career <CareerLegend />
      </h2>
      <div aria-hidden className="relative h-5 text-small text-muted">
        {axisTicks(axis).map(({ month, year }) => (
          <span
            key={year}
            className="absolute -translate-x-1/2 rtl:translate-x-1/2"
            style={{ insetInlineStart: percent(placeOnAxis(axis, month)) }}
          >
            {year}
          </span>
        ))}
        {hidden > 0 ? (
          <span className="absolute start-0 bg-soft pe-2">
            {hidden === 1 ? '1 earlier' : `${hidden} earlier`}
          </span>
        ) : null}
      </div>
      <div ref={box} className="relative flex flex-col gap-1">
        {axisTicks(axis).map(({ month, year }) => (
          <span
            key={year}
            aria-hidden
            className="absolute inset-y-0 border-s border-line"
            style={{ insetInlineStart: percent(placeOnAxis(axis, month)) }}
          />
        ))}
        {lines.map((jobs, lane) => (
          <div key={lane} className="relative h-6">
            {jobs.map((job) => {
              const experience = experiences[job.index]
              return experience ? (
                <JobBar
                  key={job.index}
                  job={job}
                  experience={experience}
                  axis={axis}
                  asOf={asOf}
                  first={job === firstJob}
                />
              ) : null
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
