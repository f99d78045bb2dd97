import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { Bdi, Highlight } from '@/components/ui/text'
import type { Candidate, OtherApplication } from '@/lib/contracts/candidate'
import { monthOf } from '@/lib/domain/tenure'
import { buildTimeline } from '@/lib/domain/timeline'
import { CareerFacts } from './career-facts'
import { CareerList } from './career-list'

type Props = {
  candidate: Candidate
  /** When the list was last fetched, ISO 8601: up to then a current job counts. */
  asOf: string | null
  /** Folded terms of the search. */
  terms: readonly string[]
  actions: ReactNode
  otherApplications: readonly OtherApplication[]
}

const nameOf = ({ fullName, firstName, lastName }: Candidate) =>
  fullName ?? ([firstName, lastName].filter((part) => part !== null).join(' ') || 'this applicant')

function TopChoice({ candidate, terms }: Pick<Props, 'candidate' | 'terms'>) {
  if (candidate.isTopChoice !== true) return null
  return (
    <section aria-label="Why this job is their top choice" className="border-s-3 border-star ps-3">
      <h3 className="text-small font-semibold text-star">Why this job is the top choice</h3>
      {candidate.topChoiceMessage ? (
        <p dir="auto" className="mt-0.5 break-words whitespace-pre-line">
          <Highlight text={candidate.topChoiceMessage} terms={terms} />
        </p>
      ) : (
        <p className="mt-0.5 text-muted">They left no message.</p>
      )}
    </section>
  )
}

/** A person’s career and what belongs to it, as it opens under their row. */
export function Timeline({ candidate, asOf, terms, actions, otherApplications }: Props) {
  const name = nameOf(candidate)
  const timeline = buildTimeline(candidate.experiences, monthOf(asOf ?? candidate.firstSeenAt))
  if (candidate.unreadable) {
    return (
      <section
        aria-label="An applicant who could not be read"
        className="flex flex-wrap items-start gap-4 px-5 py-4 card:px-0"
      >
        <p className="max-w-prose flex-1 basis-72 text-muted">
          The provider’s answer for this applicant could not be read. It is kept as it came, so nothing that
          was paid for is lost; the next time they are fetched they are read anew.
        </p>
        {actions}
      </section>
    )
  }
  return (
    <section
      aria-label={`Career of ${name}`}
      className="flex flex-wrap gap-x-10 gap-y-5 py-4 ps-11 pe-5 card:flex-col card:px-0"
    >
      <div className="min-w-0 flex-1 basis-80 card:basis-auto">
        <CareerList timeline={timeline} terms={terms} />
      </div>
      <div className="flex w-80 max-w-full min-w-0 flex-col gap-4 card:w-full">
        <CareerFacts candidate={candidate} timeline={timeline} otherApplications={otherApplications} />
        <TopChoice candidate={candidate} terms={terms} />
        <div className="flex flex-wrap items-center gap-2">
          {candidate.profileUrl ? (
            <a
              href={candidate.profileUrl}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="inline-flex h-8 items-center gap-1.5 rounded-control border border-line bg-panel px-3 text-note font-medium hover:bg-soft card:h-10"
            >
              Profile
              <span className="sr-only">
                of <Bdi>{name}</Bdi>, opens in a new tab
              </span>
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          ) : null}
          {actions}
        </div>
      </div>
    </section>
  )
}
