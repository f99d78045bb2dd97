import Link from 'next/link'
import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { Bdi } from '@/components/ui/text'
import type { Candidate, OtherApplication } from '@/lib/contracts/candidate'
import { formatMonths } from '@/lib/domain/months'
import type { Timeline } from '@/lib/domain/timeline'
import { candidatePath } from '@/lib/url/paths'

type Props = {
  candidate: Candidate
  timeline: Timeline
  otherApplications: readonly OtherApplication[]
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-note text-muted">{name}</dt>
      <dd className="text-end">
        <span className="font-medium">{children}</span>
        {note ? <span className="block text-small text-muted">{note}</span> : null}
      </dd>
    </div>
  )
}

function totalNote({ uncertain, unparsed, overlapMonths }: Timeline): string | undefined {
  const notes = [
    overlapMonths > 0 ? 'overlapping months count once' : '',
    uncertain ? 'a range, since some dates are years only' : '',
    unparsed > 0 ? `${unparsed} ${unparsed === 1 ? 'job' : 'jobs'} left out: no readable dates` : '',
  ].filter(Boolean)
  return notes.length > 0 ? notes.join('; ') : undefined
}

/** What the career adds up to, each number with what it leaves out. */
export function CareerFacts({ candidate, timeline, otherApplications }: Props) {
  const { total, gapMonths } = timeline
  const employers = new Set(
    timeline.items.flatMap((item) =>
      item.kind === 'company' && item.company ? [item.company.toLowerCase()] : [],
    ),
  )
  return (
    <dl className="flex flex-col gap-1.5 rounded-panel border border-line bg-panel px-3.5 py-3">
      <Fact name="Experience" note={totalNote(timeline)}>
        {total ? formatMonths(total.min, total.max) : 'Unknown'}
      </Fact>
      {employers.size > 0 ? <Fact name="Employers">{employers.size}</Fact> : null}
      {gapMonths > 0 ? <Fact name="Between jobs">{formatMonths(gapMonths)}</Fact> : null}
      {candidate.location ? (
        <Fact name="Location">
          <Bdi>{candidate.location}</Bdi>
        </Fact>
      ) : null}
      <Fact name="First seen">
        <LocalTime iso={candidate.firstSeenAt} format="moment" />
      </Fact>
      {otherApplications.length > 0 ? (
        <Fact name="Also applied">
          <span className="flex flex-col items-end">
            {otherApplications.map(({ jobId, jobLabel, applicationId }) => (
              <Link
                key={`${jobId}/${applicationId}`}
                href={candidatePath({ jobId, account: null }, applicationId)}
                prefetch={false}
                className="rounded text-accent underline underline-offset-2"
              >
                <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>
              </Link>
            ))}
          </span>
        </Fact>
      ) : null}
    </dl>
  )
}
