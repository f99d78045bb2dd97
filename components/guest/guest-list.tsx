'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { CareerLegend, CareerYears } from '@/components/shared/career-years'
import { Button } from '@/components/ui/button'
import type { Month } from '@/lib/contracts/month'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { maxCompared } from '@/lib/contracts/share-words'
import { GuestRow, rowTracks, wideOnly } from './guest-row'
import type { GuestPages } from './use-guest-pages'

type Props = {
  label: string
  pages: GuestPages
  open: ReadonlySet<string>
  chosen: readonly string[]
  terms: readonly string[]
  axis: CareerAxis
  asOf: Month
  onToggle: (ref: string) => void
  onChoose: (ref: string) => void
  panel: (person: GuestPerson) => ReactNode
}

/** Reads on when the end comes near; the button says the same to whoever does not scroll. */
function More({ pages }: { pages: GuestPages }) {
  const { more, fetching, counts, people } = pages
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!more || fetching || !box.current) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void more()
      },
      { rootMargin: '600px' },
    )
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [more, fetching])
  if (!more || !counts) return null
  return (
    <div ref={box} className="px-5 py-4 text-center">
      <Button busy={fetching} onClick={() => void more()}>
        Show more ({people.length} of {counts.matched})
      </Button>
    </div>
  )
}

/** The people of a link, one below the other. */
export function GuestList(props: Props) {
  const { label, pages, open, chosen, ...row } = props
  return (
    <>
      <div
        aria-hidden
        className={`${rowTracks} h-9 items-center border-y border-line bg-soft/60 px-5 text-small font-medium text-muted card:hidden`}
      >
        <span className="ps-5.5">Person</span>
        <span>Rating</span>
        <span>Now</span>
        <span>Experience</span>
        <span className={`${wideOnly} me-8`}>
          <span className="flex justify-between gap-2">
            Career <CareerLegend />
          </span>
          <CareerYears axis={row.axis} />
        </span>
        <span className={wideOnly}>Location</span>
        <span className="justify-self-end">Compare</span>
      </div>
      <ul aria-label={label} aria-busy={pages.stale || undefined} className={pages.stale ? 'opacity-60' : ''}>
        {pages.people.map((person) => (
          <GuestRow
            key={person.ref}
            person={person}
            open={open.has(person.ref)}
            chosen={chosen.includes(person.ref)}
            mayChoose={chosen.length < maxCompared}
            {...row}
          />
        ))}
      </ul>
      <More pages={pages} />
    </>
  )
}
