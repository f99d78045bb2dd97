import type { ReactNode } from 'react'
import { appliedWords } from '@/components/shared/applied-words'
import { Explained } from '@/components/ui/explained'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { WrittenDay } from '@/components/shared/written-day'
import { Bdi } from '@/components/shared/text'
import type { CareerFacts as Facts } from '@/lib/domain/career-facts'
import { formatMonths } from '@/lib/domain/months'
import type { Months } from '@/lib/domain/tenure'
import { candidatePath } from '@/lib/url/paths'
import { FoldedText } from './folded-text'

type Props = {
  /** `firstSeenAt` is left out for whom it is not meant for. */
  candidate: {
    location: string | null
    firstSeenAt?: string
    appliedAt?: string | null
    alsoHere?: string[] | undefined
  }
  /** The job of this application; only where its others may be told. */
  jobId?: string
  facts: Facts
  /** Folded terms of the search. */
  terms: readonly string[]
  /** Of the job the reader is at; null for the default one. */
  account: string | null
}

type FactProps = {
  name: string
  /** How the number came about. */
  why?: string
  note?: string
  children: ReactNode
}

function Fact({ name, why, note, children }: FactProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-note text-muted">{why ? <Explained why={why}>{name}</Explained> : name}</dt>
      <dd className="min-w-0 flex-1 text-end font-medium wrap-anywhere">{children}</dd>
      {note ? <dd className="basis-full text-end text-small text-balance text-muted">{note}</dd> : null}
    </div>
  )
}

const written = ({ min, max }: Months) => formatMonths(min, max)

function totalNote({ uncertain, undated, total }: Facts): string | undefined {
  const left =
    undated === 1 ? '1 job without readable dates isn’t' : `${undated} jobs without readable dates aren’t`
  const notes = [
    uncertain ? 'Some jobs list only a year.' : null,
    undated > 0 && total ? `${left} counted.` : null,
  ].filter((note) => note !== null)
  return notes.length > 0 ? notes.join(' ') : undefined
}

const jobsWords = (count: number) => (count === 1 ? 'job' : `${count} jobs`)

/** The numbers of a career, each with what it counts and what it leaves out. */
function Lengths({ facts }: { facts: Facts }) {
  const { total, dated, median, longest, current, gaps, overlapMonths, employers } = facts
  return (
    <>
      <Fact
        name="Experience"
        why={`Calendar months in at least one job, from the dates of ${jobsWords(dated)}. Months in several jobs count once.`}
        note={totalNote(facts)}
      >
        {total ? written(total) : 'Unknown'}
      </Fact>
      {current ? (
        <Fact name="In the current job" why="From the month it began up to and including the current month.">
          {written(current)}
        </Fact>
      ) : null}
      {median ? (
        <Fact
          name="Median time in a job"
          why={`Of ${dated} jobs with readable dates, half lasted this long or longer. A new role at the same company is a job of its own.`}
        >
          {written(median)}
        </Fact>
      ) : null}
      {longest ? (
        <Fact name="Longest job" why="The longest of the jobs with readable dates.">
          {written(longest)}
        </Fact>
      ) : null}
      {employers > 0 ? (
        <Fact name="Employers" why="Companies by name, each counted once, however many roles it stands for.">
          {employers}
        </Fact>
      ) : null}
      {gaps.length > 0 ? (
        <Fact name="Gaps over 3 months" why={`Months with no listed job: ${gaps.map(written).join(', ')}.`}>
          {gaps.length}
        </Fact>
      ) : null}
      {overlapMonths > 0 ? (
        <Fact
          name="Overlapping jobs"
          why="Months that two or more jobs certainly cover. They count once in the experience."
        >
          {formatMonths(overlapMonths)}
        </Fact>
      ) : null}
    </>
  )
}

// The longest that a place is written; beyond it a text is something else.
const maxPlaceLength = 200

/** A place as it was written. Whatever was written at great length instead is folded. */
const Place = ({ location, terms }: { location: string; terms: readonly string[] }) =>
  location.length > maxPlaceLength ? (
    <FoldedText text={location} terms={terms} fold="few" what="the location" />
  ) : (
    <Bdi>{location}</Bdi>
  )

/** What belongs to a person beside their jobs. */
export function CareerFacts({ candidate, facts, terms, account, jobId: job }: Props) {
  return (
    <dl className="flex flex-col gap-1.5 rounded-panel border border-line bg-panel px-3.5 py-3">
      <Lengths facts={facts} />
      {candidate.location ? (
        <Fact name="Location">
          <Place location={candidate.location} terms={terms} />
        </Fact>
      ) : null}
      {candidate.appliedAt ? (
        <Fact name="Applied" why="The day of the application, as the network states it.">
          <WrittenDay day={candidate.appliedAt} />
        </Fact>
      ) : null}
      {candidate.firstSeenAt === undefined ? null : (
        <Fact name="Added" why="When this application was first loaded here.">
          <LocalTime iso={candidate.firstSeenAt} format="date" />
        </Fact>
      )}
      {candidate.alsoHere !== undefined && job !== undefined ? (
        <Fact name={appliedWords(candidate.alsoHere)}>
          {candidate.alsoHere.map((other, at, { length }) => (
            <Link
              key={other}
              href={candidatePath({ jobId: job, account }, other)}
              className="block rounded-mark text-accent underline underline-offset-2"
            >
              {length === 1 ? 'Their other application' : `Other application ${at + 1}`}
            </Link>
          ))}
        </Fact>
      ) : null}
    </dl>
  )
}
