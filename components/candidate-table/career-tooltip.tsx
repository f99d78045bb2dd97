'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Bdi } from '@/components/shared/text'
import type { Candidate, Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { careerBar, jobsAt } from '@/lib/domain/career-bar'
import { formatMonths } from '@/lib/domain/months'

type Props = {
  /** The element of the rows. */
  body: RefObject<HTMLElement | null>
  candidateAt: (index: number) => Candidate | undefined
  axis: CareerAxis
  asOf: Month
}
type Shown = { x: number; y: number; jobs: Experience[] }

const formatLength = ({ months, monthsMax }: Experience) =>
  months === null ? null : formatMonths(months, monthsMax)

/**
 * What a pointer is on in someone's career: title, company, dates, length. One for all rows, which carry nothing for it;
 * who hears the drawing instead gets the same in its label.
 */
export function CareerTooltip({ body, candidateAt, axis, asOf }: Props) {
  const [shown, setShown] = useState<Shown | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef({ candidateAt, axis, asOf })
  useLayoutEffect(() => {
    latest.current = { candidateAt, axis, asOf }
  })

  useEffect(() => {
    const rows = body.current
    if (!rows) return
    const hide = () => setShown(null)
    const move = (event: PointerEvent) => {
      const drawing = event.target instanceof Element ? event.target.closest('[data-career]') : null
      const line = drawing?.closest<HTMLElement>('[data-index]')
      if (!drawing || !line || event.pointerType === 'touch') return hide()
      const facts = latest.current
      const candidate = facts.candidateAt(Number(line.dataset['index']))
      const { left, top, width } = drawing.getBoundingClientRect()
      const { from, to } = facts.axis
      const month = Math.floor(from + ((event.clientX - left) / width) * (to - from))
      const found = candidate
        ? jobsAt(careerBar(candidate.experiences, candidate.asOf ?? facts.asOf), month)
        : []
      const jobs = found.flatMap((index) => candidate?.experiences[index] ?? [])
      setShown(jobs.length > 0 ? { x: event.clientX, y: top, jobs } : null)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    rows.addEventListener('pointermove', move)
    rows.addEventListener('pointerleave', hide)
    window.addEventListener('scroll', hide, { capture: true, passive: true })
    window.addEventListener('keydown', key)
    return () => {
      rows.removeEventListener('pointermove', move)
      rows.removeEventListener('pointerleave', hide)
      window.removeEventListener('scroll', hide, { capture: true })
      window.removeEventListener('keydown', key)
    }
  }, [body])

  useLayoutEffect(() => {
    if (!box.current || !shown) return
    const { width, height } = box.current.getBoundingClientRect()
    const x = Math.min(window.innerWidth - width - 8, Math.max(8, shown.x - width / 2))
    const y = shown.y - height - 6 < 8 ? shown.y + 30 : shown.y - height - 6
    box.current.style.transform = `translate(${x}px, ${y}px)`
  }, [shown])

  if (!shown) return null
  return (
    <div
      ref={box}
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-30 flex max-w-80 flex-col gap-1.5 rounded-control border border-line bg-panel px-2.5 py-2 text-note shadow-float"
    >
      {shown.jobs.map((job, at) => (
        <div key={at}>
          <p className="font-medium">
            <Bdi>{job.title ?? 'No title'}</Bdi>
          </p>
          <p className="text-muted">
            {job.company === null ? null : <Bdi>{job.company}</Bdi>}
            {[job.dateRange, formatLength(job)].filter(Boolean).map((fact) => ` · ${fact}`)}
          </p>
        </div>
      ))}
    </div>
  )
}
