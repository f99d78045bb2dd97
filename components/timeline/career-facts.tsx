import Link from 'next/link'
import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { Bdi } from '@/components/ui/text'
import type { Candidate, Month, OtherApplication } from '@/lib/contracts/candidate'
import { formatMonths } from '@/lib/domain/months'
import { foldText } from '@/lib/domain/search'
import type { Months } from '@/lib/domain/tenure'
import type { Timeline } from '@/lib/domain/timeline'
import { candidatePath } from '@/lib/url/paths'
import { gapLength, roleLengths } from './role-lengths'

type Props = {
  candidate: Candidate
  timeline: Timeline
  asOf: Month
  otherApplications: readonly OtherApplication[]
  /** Of the job the reader is at; null for the default one. */
  account: string | null
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-note text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 text-end font-medium wrap-anywhere">{children}</dd>
      {note ? <dd className="basis-full text-end text-small text-balance text-muted">{note}</dd> : null}
    </div>
  )
}

const written = ({ min, max }: Months) => formatMonths(min, max)

function totalNote({ uncertain, unparsed, total }: Timeline): string | undefined {
  const jobs = unparsed === 1 ? 'One job is' : `${unparsed} jobs are`
  const notes = [
    uncertain ? 'A range: some dates name only the year.' : null,
    unparsed > 0 && total ? `${jobs} left out: the dates could not be read.` : null,
  ].filter((note) => note !== null)
  return notes.length > 0 ? notes.join(' ') : undefined
}

const employersOf = ({ items }: Timeline) =>
  new Set(items.flatMap((item) => (item.kind === 'company' && item.company ? [foldText(item.company)] : [])))
    .size

/** What the career adds up to, each number with what it leaves out. */
export function CareerFacts({ candidate, timeline, asOf, otherApplications, account }: Props) {
  const { total, overlapMonths } = timeline
  const lengths = roleLengths(timeline, asOf)
  const gaps = gapLength(timeline)
  const employers = employersOf(timeline)
  return (
    <dl className="flex flex-col gap-1.5 rounded-panel border border-line bg-panel px-3.5 py-3">
      <Fact name="Experience" note={totalNote(timeline)}>
        {total ? written(total) : 'Unknown'}
      </Fact>
      {lengths ? <Fact name="Median time in a role">{written(lengths.median)}</Fact> : null}
      {lengths ? <Fact name="Longest">{written(lengths.longest)}</Fact> : null}
      {employers > 0 ? <Fact name="Employers">{employers}</Fact> : null}
      {gaps ? <Fact name="Between jobs">{written(gaps)}</Fact> : null}
      {overlapMonths > 0 ? (
        <Fact name="In several jobs at once" note="Counted once in the sum.">
          {formatMonths(overlapMonths)}
        </Fact>
      ) : null}
      {candidate.location ? (
        <Fact name="Location">
          <Bdi>{candidate.location}</Bdi>
        </Fact>
      ) : null}
      <Fact name="First seen">
        <LocalTime iso={candidate.firstSeenAt} format="date" />
      </Fact>
      {otherApplications.length > 0 ? (
        <Fact name="Also applied">
          {otherApplications.map(({ jobId, jobLabel, applicationId, firstSeenAt }) => (
            <span key={`${jobId}/${applicationId}`} className="block">
              <Link
                href={candidatePath({ jobId, account }, applicationId)}
                prefetch={false}
                className="rounded text-accent underline underline-offset-2"
              >
                <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>
              </Link>
              <span className="font-normal text-muted">
                , <LocalTime iso={firstSeenAt} format="date" />
              </span>
            </span>
          ))}
        </Fact>
      ) : null}
    </dl>
  )
}
