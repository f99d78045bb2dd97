'use client'

import { ArrowLeft, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import { Button } from '@/components/ui/button'
import { CareerBar } from '@/components/shared/career-bar'
import { Absent, Bdi } from '@/components/shared/text'
import type { Month } from '@/lib/contracts/month'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { ShareFields } from '@/lib/contracts/share'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { careerBar } from '@/lib/domain/career-bar'
import { careerFacts } from '@/lib/domain/career-facts'
import { describeCareer } from '@/lib/domain/career-words'
import { currentRole } from '@/lib/domain/current-role'
import { formatMonths } from '@/lib/domain/months'
import type { Months } from '@/lib/domain/tenure'
import { buildTimeline } from '@/lib/domain/timeline'
import { getGuestName } from './guest-name'
import { OwnVote } from './own-vote'

type Shared = { asOf: Month; axis: CareerAxis; fields: ShareFields }
type Fact = { name: string; of: (person: GuestPerson, shared: Shared) => ReactNode }

const written = (months: Months | null) => (months ? formatMonths(months.min, months.max) : null)
const toFacts = ({ experiences, asOf: read }: GuestPerson, { asOf }: Shared) =>
  careerFacts(buildTimeline(experiences, read ?? asOf), read ?? asOf)

function Jobs({ experiences }: GuestPerson) {
  if (experiences.length === 0) return null
  return (
    <ol className="flex flex-col gap-2">
      {experiences.map(({ title, company, dateRange }, at) => (
        <li key={at} className="wrap-anywhere">
          <Bdi>{title ?? 'No title given'}</Bdi>
          <span className="block text-note text-muted">
            <Bdi>{[company, dateRange].filter((part) => part !== null).join(' · ')}</Bdi>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Studies({ education }: GuestPerson) {
  if (education.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {education.map(({ school, degree, field, dateRange }, at) => {
        const [title, ...rest] = [degree, field, school].filter((part) => part !== null)
        return (
          <li key={at} className="wrap-anywhere">
            <Bdi>{title ?? 'No degree given'}</Bdi>
            <span className="block text-note text-muted">
              <Bdi>{[...rest, dateRange].filter((part) => part !== null).join(' · ')}</Bdi>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const facts: readonly Fact[] = [
  {
    name: 'Rating',
    of: ({ rating, isTopChoice, mine }) => (
      <span className="flex flex-wrap gap-1">
        <RatingBadge rating={rating} />
        {isTopChoice === true ? <TopChoiceBadge /> : null}
        <OwnVote mine={mine} />
      </span>
    ),
  },
  {
    name: 'Now',
    of(person) {
      const role = currentRole(person)
      if (!role) return null
      const { title, company } = role.experience
      return (
        <Bdi>
          {`${role.current ? '' : 'Last: '}${title ?? 'No title'}${company === null ? '' : ` at ${company}`}`}
        </Bdi>
      )
    },
  },
  { name: 'Experience', of: (person, shared) => written(toFacts(person, shared).total) },
  { name: 'In the current job', of: (person, shared) => written(toFacts(person, shared).current) },
  { name: 'Median time in a job', of: (person, shared) => written(toFacts(person, shared).median) },
  {
    name: 'Location',
    of: ({ location }) => (location === null ? null : <Bdi>{location}</Bdi>),
  },
  {
    name: 'Career',
    of: ({ experiences, asOf: read }, { asOf, axis }) => (
      <span className="flex">
        <CareerBar
          bar={careerBar(experiences, read ?? asOf)}
          axis={axis}
          label={describeCareer(experiences, read ?? asOf)}
        />
      </span>
    ),
  },
  { name: 'Jobs', of: Jobs },
]
const education: Fact = { name: 'Education', of: Studies }
const message: Fact = {
  name: 'Message',
  of: ({ topChoiceMessage }) =>
    topChoiceMessage === null ? null : (
      <span className="whitespace-pre-wrap">
        <Bdi>{topChoiceMessage}</Bdi>
      </span>
    ),
}

// Written out, since class names are found in the source.
const widths: Record<number, string> = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-2 lg:grid-cols-3',
  4: 'sm:grid-cols-2 xl:grid-cols-4',
}
const spans: Record<number, string> = { 8: 'row-span-9', 9: 'row-span-10', 10: 'row-span-11' }
const factSpans: Record<number, string> = { 8: 'row-span-8', 9: 'row-span-9', 10: 'row-span-10' }

type Props = {
  people: readonly GuestPerson[]
  onDrop: (ref: string) => void
  onBack: () => void
} & Shared

/** A few people side by side, fact by fact; one below the other on a phone. */
export function CompareView({ people, onDrop, onBack, ...shared }: Props) {
  // Some networks say nothing of it: then it is not a fact that everyone lacks.
  const studied = people.some((person) => person.education.length > 0)
  const shown = [...facts, ...(studied ? [education] : []), ...(shared.fields.message ? [message] : [])]
  const rows = shown.length
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed is gone: the list behind it, or somebody's column.
  useEffect(() => heading.current?.focus(), [people.length])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onBack()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onBack])
  return (
    <section aria-label="Compare" className="px-5 pb-10 card:px-4">
      <Button variant="ghost" onClick={onBack} className="-ms-3">
        <span className="inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden className="size-3.5" />
          Back to the list
        </span>
      </Button>
      <h2 ref={heading} tabIndex={-1} className="mt-2 font-semibold outline-none">
        {people.length} people compared
      </h2>
      <div className={`mt-3 grid gap-4 ${widths[people.length] ?? ''}`}>
        {people.map((person) => (
          <article
            key={person.ref}
            aria-label={getGuestName(person)}
            className={`${spans[rows]} grid min-w-0 grid-rows-subgrid gap-y-0 rounded-panel border border-line bg-panel`}
          >
            <header className="flex items-start gap-2 p-4 pb-2">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold wrap-anywhere">
                  <Bdi>{getGuestName(person)}</Bdi>
                </h3>
                <p dir="auto" className="text-left text-note wrap-anywhere text-muted">
                  {person.headline ?? 'No headline'}
                </p>
              </div>
              <button
                type="button"
                aria-label={`Take ${getGuestName(person)} out of the comparison`}
                onClick={() => onDrop(person.ref)}
                className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </button>
            </header>
            <dl className={`${factSpans[rows]} grid min-w-0 grid-rows-subgrid gap-y-0`}>
              {shown.map(({ name, of }) => (
                <div key={name} className="min-w-0 border-t border-line px-4 py-2.5">
                  <dt className="text-small text-muted">{name}</dt>
                  <dd className="mt-0.5 wrap-anywhere">{of(person, shared) ?? <Absent>Not known</Absent>}</dd>
                </div>
              ))}
            </dl>
          </article>
        ))}
      </div>
    </section>
  )
}
