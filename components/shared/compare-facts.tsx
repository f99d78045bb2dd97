import type { ReactNode } from 'react'
import { CareerBar } from '@/components/shared/career-bar'
import { Bdi } from '@/components/shared/text'
import type { Person } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { careerBar } from '@/lib/domain/career-bar'
import { careerFacts } from '@/lib/domain/career-facts'
import { describeCareer } from '@/lib/domain/career-words'
import { currentRole } from '@/lib/domain/current-role'
import { formatMonths } from '@/lib/domain/months'
import type { Months } from '@/lib/domain/tenure'
import { buildTimeline } from '@/lib/domain/timeline'

/** What is compared of somebody, whoever reads it. */
export type Compared = Pick<
  Person,
  'experiences' | 'asOf' | 'location' | 'education' | 'topChoiceMessage' | 'rating' | 'isTopChoice'
>
/** What all people compared share: the present, and the axis of their careers. */
export type CompareAxis = { asOf: Month; axis: CareerAxis }

export type Fact<P, Context> = {
  name: string
  of: (person: P, context: Context) => ReactNode
  /** By what the same fact of two people is the same or another; where absent, that is not told. */
  same?: (person: P, context: Context) => string | null
}
type CareerFact = Fact<Compared, CompareAxis>

const written = (months: Months | null) => (months ? formatMonths(months.min, months.max) : null)
const toFacts = ({ experiences, asOf: read }: Compared, { asOf }: CompareAxis) =>
  careerFacts(buildTimeline(experiences, read ?? asOf), read ?? asOf)

function writeRole(person: Compared): string | null {
  const role = currentRole(person)
  if (!role) return null
  const { title, company } = role.experience
  return `${role.current ? '' : 'Last: '}${title ?? 'No title'}${company === null ? '' : ` at ${company}`}`
}

function Jobs({ experiences }: Compared) {
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

function Studies({ education }: Compared) {
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

const textFact = (
  name: string,
  read: (person: Compared, context: CompareAxis) => string | null,
): CareerFact => ({
  name,
  same: read,
  of(person, context) {
    const text = read(person, context)
    return text === null ? null : <Bdi>{text}</Bdi>
  },
})

/** The facts of somebody's working life in a line each. */
export const lineFacts: readonly CareerFact[] = [
  textFact('Now', writeRole),
  textFact('Experience', (person, context) => written(toFacts(person, context).total)),
  textFact('In the current job', (person, context) => written(toFacts(person, context).current)),
  textFact('Median time in a job', (person, context) => written(toFacts(person, context).median)),
  textFact('Location', ({ location }) => location),
]

export const careerFact: CareerFact = {
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
}

export const jobsFact: CareerFact = { name: 'Jobs', of: Jobs }
export const educationFact: CareerFact = { name: 'Education', of: Studies }
export const messageFact: CareerFact = {
  name: 'Message',
  of: ({ topChoiceMessage }) =>
    topChoiceMessage === null ? null : (
      <span className="whitespace-pre-wrap">
        <Bdi>{topChoiceMessage}</Bdi>
      </span>
    ),
}
