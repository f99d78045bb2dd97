import { type ReactNode } from 'react'
import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import { CareerBar } from '@/components/shared/career-bar'
import { Bdi } from '@/components/shared/text'
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
import { OwnVote } from './own-vote'

/** What all people compared share: the present, the axis of their careers, what the link shows. */
export type CompareContext = { asOf: Month; axis: CareerAxis; fields: ShareFields }
type Fact = { name: string; of: (person: GuestPerson, context: CompareContext) => ReactNode }

const written = (months: Months | null) => (months ? formatMonths(months.min, months.max) : null)
const toFacts = ({ experiences, asOf: read }: GuestPerson, { asOf }: CompareContext) =>
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
  { name: 'Experience', of: (person, context) => written(toFacts(person, context).total) },
  { name: 'In the current job', of: (person, context) => written(toFacts(person, context).current) },
  { name: 'Median time in a job', of: (person, context) => written(toFacts(person, context).median) },
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

/** @returns the facts to compare: without education where the network states none, without messages the link leaves out */
export function comparedFacts(people: readonly GuestPerson[], fields: ShareFields): readonly Fact[] {
  const hasEducation = people.some((person) => person.education.length > 0)
  return [...facts, ...(hasEducation ? [education] : []), ...(fields.message ? [message] : [])]
}
