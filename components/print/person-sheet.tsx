import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import { CareerBar } from '@/components/shared/career-bar'
import { CareerYears } from '@/components/shared/career-years'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import type { Month } from '@/lib/contracts/month'
import { type CareerAxis } from '@/lib/domain/career-axis'
import { criteriaText } from '@/lib/domain/criteria-counts'
import { careerBar } from '@/lib/domain/career-bar'
import { describeCareer, jobWords } from '@/lib/domain/career-words'
import { displayName } from '@/lib/domain/current-role'
import type { ExportItem } from '@/lib/domain/export-item'
import { formatMonths } from '@/lib/domain/months'

const maxJobs = 6

type Props = { item: ExportItem; asOf: Month; axis: CareerAxis }

function Badges({ candidate, mark }: ExportItem) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 empty:hidden">
      {mark.decision ? <DecisionBadge decision={mark.decision.decision} /> : null}
      {candidate.unreadable ? null : <RatingBadge rating={candidate.rating} />}
      {candidate.isTopChoice === true ? <TopChoiceBadge /> : null}
    </p>
  )
}

function Decision({ mark }: ExportItem) {
  const { decision, tags } = mark
  const why = decision ? [decision.reason?.label, decision.comment].filter(Boolean).join('. ') : ''
  return (
    <>
      {decision ? (
        <p>
          Decided by <Bdi>{decision.by.name}</Bdi>
          {why === '' ? null : (
            <>
              : <Bdi>{why}</Bdi>
            </>
          )}
        </p>
      ) : null}
      {tags && tags.length > 0 ? <p>Tags: {tags.map(({ name }) => name).join(', ')}</p> : null}
    </>
  )
}

/** How many criteria are met, and which. */
function Criteria({ mark, criteria }: ExportItem) {
  if (mark.criteria === undefined) return null
  const met = criteria?.met ?? []
  return (
    <p>
      Criteria: {criteriaText(mark.criteria)}
      {met.length === 0 ? null : (
        <span className="text-muted">
          {' '}
          · <Bdi>{met.join(', ')}</Bdi>
        </span>
      )}
    </p>
  )
}

function Career({ item: { candidate }, asOf, axis }: Props) {
  const { experiences } = candidate
  const month = candidate.asOf ?? asOf
  if (experiences.length === 0) return <p className="text-muted">No jobs listed</p>
  return (
    <>
      <div className="flex flex-col">
        <CareerYears axis={axis} />
        <div className="flex">
          <CareerBar
            bar={careerBar(experiences, month)}
            axis={axis}
            label={describeCareer(experiences, month)}
          />
        </div>
      </div>
      <ul className="flex flex-col gap-0.5">
        {experiences.slice(0, maxJobs).map((each, at) => (
          <li key={at}>
            <Bdi>{jobWords(each, month)}</Bdi>
          </li>
        ))}
        {experiences.length > maxJobs ? (
          <li className="text-muted">{experiences.length - maxJobs} more</li>
        ) : null}
      </ul>
    </>
  )
}

/** A person on half a page: who they are, what the team decided, and their career. */
export function PersonSheet(props: Props) {
  const { item } = props
  const { candidate, notes } = item
  const { headline, location, totalMonths, totalMonthsMax, topChoiceMessage, education } = candidate
  const facts = [location, totalMonths === null ? null : formatMonths(totalMonths, totalMonthsMax)]
  return (
    <article className="flex min-h-[12cm] break-inside-avoid flex-col gap-2.5 border-t border-line py-4 text-note">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-title font-semibold">
          <Bdi>{displayName(candidate)}</Bdi>
        </h2>
        <Badges {...item} />
      </div>
      {headline === null ? null : (
        <p>
          <Bdi>{headline}</Bdi>
        </p>
      )}
      <p className="text-muted empty:hidden">{facts.filter(Boolean).join(' · ')}</p>
      <Decision {...item} />
      <Criteria {...item} />
      {candidate.unreadable ? null : <Career {...props} />}
      {education.length === 0 ? null : (
        <p>
          <Bdi>
            {education
              .map(({ school, degree, field }) => [degree, field, school].filter(Boolean).join(', '))
              .join('; ')}
          </Bdi>
        </p>
      )}
      {topChoiceMessage === null ? null : (
        <blockquote className="line-clamp-6 border-s-2 border-line ps-3 whitespace-pre-line">
          <Bdi>{topChoiceMessage}</Bdi>
        </blockquote>
      )}
      {notes && notes.length > 0 ? (
        <ul aria-label="Notes" className="flex flex-col gap-1">
          {notes.map(({ id, text, by, at }) => (
            <li key={id} className="whitespace-pre-line">
              <span className="text-muted">
                {at.slice(0, 10)} <Bdi>{by.name}</Bdi>:{' '}
              </span>
              <Bdi>{text}</Bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}
