'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Bdi } from '@/components/shared/text'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { careerAxis, type CareerZoom } from '@/lib/domain/career-axis'
import { careerFacts } from '@/lib/domain/career-facts'
import { buildTimeline } from '@/lib/domain/timeline'
import { CareerChart } from './career-chart'
import { CareerFacts } from './career-facts'
import { CareerList } from './career-list'
import { EducationList } from './education-list'
import { FoldedText } from './folded-text'
import { MarkContext } from './mark-context'
import { OutsideLink } from '@/components/shared/outside-link'

/** Of a person what is told of their career; those who are not our own readers learn less of them. */
export type CareerPerson = Pick<
  Candidate,
  | 'fullName'
  | 'firstName'
  | 'lastName'
  | 'erased'
  | 'headline'
  | 'location'
  | 'experiences'
  | 'education'
  | 'isTopChoice'
  | 'topChoiceMessage'
  | 'profileUrl'
  | 'unreadable'
> & { firstSeenAt?: string; appliedAt?: string | null; alsoHere?: string[] | undefined }

export type TimelineProps = {
  candidate: CareerPerson
  /** The month up to which a current job counts. */
  asOf: Month
  /** How far back careers are drawn, and where the earliest of the list begins (months since year 0). */
  zoom?: CareerZoom
  earliest?: number | null
  /** Folded terms of the search. */
  terms: readonly string[]
  /** What can be done with the person; null where it stands elsewhere. */
  actions: ReactNode
  /** Of the job the reader is at; null for the default one. */
  account?: string | null
  /** The job of this application; only where its others may be told. */
  jobId?: string
  /** Before all else. */
  lead?: ReactNode
  /** After all else, so that what comes late moves nothing. */
  more?: ReactNode
}

const getName = ({ fullName, firstName, lastName }: CareerPerson) =>
  fullName ?? ([firstName, lastName].filter((part) => part !== null).join(' ') || 'this applicant')

/** The whole headline, which a row cuts off. */
function Headline({ candidate: { headline }, terms }: Pick<TimelineProps, 'candidate' | 'terms'>) {
  if (headline === null) return null
  return (
    <section aria-label="Headline" className="-mb-1 max-w-prose">
      <FoldedText text={headline} terms={terms} fold="few" what="the headline" />
    </section>
  )
}

function Message({ candidate, terms }: Pick<TimelineProps, 'candidate' | 'terms'>) {
  const { isTopChoice, topChoiceMessage } = candidate
  if (isTopChoice !== true && topChoiceMessage === null) return null
  return (
    <div className="max-w-prose border-s-3 border-star ps-3">
      <h2 className="text-small font-semibold text-star">
        {topChoiceMessage === null ? (
          'Top choice'
        ) : (
          <>
            Message from <Bdi>{getName(candidate)}</Bdi>
          </>
        )}
      </h2>
      {topChoiceMessage === null ? (
        <p className="mt-0.5 text-muted">They left no message.</p>
      ) : (
        <FoldedText text={topChoiceMessage} terms={terms} fold="many" what="the message" />
      )}
    </div>
  )
}

const unread =
  'The provider’s answer for this applicant could not be read. It is kept as it came, so nothing that was paid for is lost; a version that can read it will show this applicant at no cost.'
const forgotten =
  'Everything about this applicant was erased at somebody’s request. The row stays, so that the list counts right and nobody is paid for twice; fetching the list again does not bring them back.'

function Unreadable({ candidate, actions }: Pick<TimelineProps, 'candidate' | 'actions'>) {
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-4 py-4 ps-11 pe-5 card:px-4">
      <p className="max-w-prose flex-1 basis-72 text-muted">{candidate.erased ? forgotten : unread}</p>
      {actions}
    </div>
  )
}

/** A person’s career and what belongs to it, as it opens under their row. */
export function Timeline(props: TimelineProps) {
  const { candidate, asOf, terms, actions, account = null } = props
  const { zoom = 'all', earliest = null } = props
  const [marked, mark] = useState<number | null>(null)
  const marking = useMemo(() => ({ marked, mark }), [marked])
  if (candidate.unreadable) return <Unreadable candidate={candidate} actions={actions} />
  const { experiences } = candidate
  const timeline = buildTimeline(experiences, asOf)
  return (
    <MarkContext value={marking}>
      <div className="flex flex-col gap-4 ps-14 pe-5 pt-2 pb-6 card:px-4 card:pb-4">
        {props.lead}
        <Headline candidate={candidate} terms={terms} />
        <Message candidate={candidate} terms={terms} />
        <CareerChart experiences={experiences} axis={careerAxis(zoom, asOf, earliest)} asOf={asOf} />
        <div className="flex flex-wrap gap-x-10 gap-y-5 card:flex-col">
          <div className="min-w-0 flex-1 basis-80 card:basis-auto">
            <CareerList timeline={timeline} experiences={experiences} asOf={asOf} terms={terms} />
            <EducationList education={candidate.education} terms={terms} />
          </div>
          <div className="flex w-82 max-w-full min-w-0 flex-col gap-4 card:w-full">
            <CareerFacts
              candidate={candidate}
              terms={terms}
              facts={careerFacts(timeline, asOf)}
              account={account}
              {...(props.jobId === undefined ? {} : { jobId: props.jobId })}
            />
            {actions === null ? null : (
              <div className="flex flex-wrap items-center gap-2">
                {candidate.profileUrl === null ? null : (
                  <OutsideLink
                    href={candidate.profileUrl}
                    className={buttonLook()}
                    about={
                      <>
                        of <Bdi>{getName(candidate)}</Bdi>
                      </>
                    }
                  >
                    Profile
                  </OutsideLink>
                )}
                {actions}
              </div>
            )}
            {props.more}
          </div>
        </div>
      </div>
    </MarkContext>
  )
}
