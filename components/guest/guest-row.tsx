'use client'

import { memo, type MouseEvent, type ReactNode } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import { CareerBar } from '@/components/shared/career-bar'
import { Absent, Bdi, Highlight } from '@/components/shared/text'
import type { Month } from '@/lib/contracts/month'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { careerBar } from '@/lib/domain/career-bar'
import { describeCareer } from '@/lib/domain/career-words'
import { currentRole } from '@/lib/domain/current-role'
import { formatMonthsShort } from '@/lib/domain/months'
import { excerpt } from '@/lib/domain/search'
import { GuestBadges } from './guest-badges'
import { getGuestName } from './guest-name'

/** The tracks of a row and of the words above them: fewer on a narrow desk, a card on a phone. */
export const rowTracks =
  'grid grid-cols-[minmax(0,2fr)_8.5rem_minmax(0,1.6fr)_6rem_2.5rem] gap-x-4 ' +
  '@5xl/desk:grid-cols-[minmax(0,2.2fr)_8.5rem_minmax(0,1.6fr)_6rem_minmax(0,2fr)_minmax(0,1fr)_2.5rem]'
export const wideOnly = 'hidden @5xl/desk:block card:block'

type Props = {
  person: GuestPerson
  open: boolean
  chosen: boolean
  /** Somebody more can be chosen. */
  mayChoose: boolean
  terms: readonly string[]
  axis: CareerAxis
  asOf: Month
  onToggle: (ref: string) => void
  onChoose: (ref: string) => void
  panel: (person: GuestPerson) => ReactNode
}

function Now({ person, terms }: Pick<Props, 'person' | 'terms'>) {
  const role = currentRole(person)
  if (!role) return <span className="text-note text-muted">No jobs listed</span>
  const { title, company } = role.experience
  return (
    <>
      <span className="block truncate font-medium">
        {role.current ? null : <span className="font-normal text-muted">Last: </span>}
        <Bdi>
          <Highlight text={title ?? 'No title'} terms={terms} />
        </Bdi>
      </span>
      <span dir="auto" className="block truncate text-note text-muted">
        <Highlight text={company ?? 'No company'} terms={terms} />
      </span>
    </>
  )
}

/** A person of a link: a row on a desk, a card on a phone. Pressing the name, or anywhere beside it, opens the career. */
export const GuestRow = memo(function GuestRow(props: Props) {
  const { person, open, chosen, mayChoose, terms, axis, asOf, onToggle, onChoose, panel } = props
  const { ref, headline, location, totalMonths, totalMonthsMax } = person
  const name = getGuestName(person)
  const id = `career-${ref}`

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
    if (window.getSelection()?.isCollapsed === false) return
    onToggle(ref)
  }

  return (
    <li
      data-open={open || undefined}
      className="group/row border-b border-line bg-panel card:mx-4 card:mb-2.5 card:overflow-hidden card:rounded-panel card:border"
    >
      <div
        onClick={onClick}
        className={`${rowTracks} min-h-14 cursor-pointer items-center px-5 py-2 group-data-open/row:bg-soft hover:bg-soft card:grid-cols-[auto_minmax(0,1fr)_auto] card:gap-x-2 card:gap-y-2 card:px-4 card:py-3`}
      >
        <div className="min-w-0 card:col-span-2">
          <h2 className="truncate">
            <button
              type="button"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => onToggle(ref)}
              className="max-w-full truncate rounded-mark text-start font-semibold before:me-1.5 before:inline-block before:size-4 before:bg-faint before:mask-(--shape-chevron) before:align-[-3px] before:transition-transform before:duration-quick group-data-open/row:before:rotate-90 rtl:before:-scale-x-100 forced-colors:before:bg-[CanvasText] card:min-h-6"
            >
              <Bdi>
                <Highlight text={name} terms={terms} />
              </Bdi>
            </button>
          </h2>
          <p dir="auto" className="truncate ps-5.5 text-left text-note text-muted">
            {headline === null ? 'No headline' : <Highlight text={excerpt(headline, terms)} terms={terms} />}
          </p>
        </div>
        <div className="flex min-w-0 flex-wrap gap-1 card:order-3 card:col-span-full">
          <GuestBadges person={person} />
        </div>
        <div className="min-w-0 card:order-4 card:col-span-full">
          <Now person={person} terms={terms} />
        </div>
        <div className="whitespace-nowrap card:order-6">
          {totalMonths === null ? (
            <span className="text-note text-muted">Unknown</span>
          ) : (
            formatMonthsShort(totalMonths, totalMonthsMax)
          )}
        </div>
        <div className={`${wideOnly} min-w-0 card:order-5 card:col-span-full`}>
          <div className="flex">
            <CareerBar
              bar={careerBar(person.experiences, person.asOf ?? asOf)}
              axis={axis}
              label={describeCareer(person.experiences, person.asOf ?? asOf)}
            />
          </div>
        </div>
        <div className={`${wideOnly} min-w-0 card:order-7 card:col-span-2 card:text-end`}>
          {location === null ? (
            <Absent>Not given</Absent>
          ) : (
            <span dir="auto" className="block truncate text-left card:text-right">
              <Highlight text={location} terms={terms} />
            </span>
          )}
        </div>
        <label className="grid size-10 cursor-pointer place-items-center justify-self-end rounded-control hover:bg-canvas card:order-2 card:flex card:w-auto card:items-center card:gap-1.5 card:px-1.5">
          <span className="sr-only">Compare {name}</span>
          <span aria-hidden className="hidden text-note text-muted card:inline">
            Compare
          </span>
          <CheckBox
            checked={chosen}
            disabled={!chosen && !mayChoose}
            onCheckedChange={() => onChoose(ref)}
            className="card:-m-2"
          />
        </label>
      </div>
      {open ? (
        <section id={id} aria-label={`Career of ${name}`} className="border-t border-line bg-soft">
          {panel(person)}
        </section>
      ) : null}
    </li>
  )
})
