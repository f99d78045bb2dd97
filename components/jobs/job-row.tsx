import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import { Bdi } from '@/components/shared/text'
import type { ListedJob } from '@/lib/contracts/job'
import { chargeOfProblem, chargeText, creditsText } from '@/lib/domain/credits'
import { type JobRef, jobPath } from '@/lib/url/paths'
import { foundText } from './check-words'
import { missingText } from '@/lib/domain/list-words'
import { JobLabel } from './job-label'
import { JobMenu } from './job-menu'
import { RetentionNote } from './retention-note'
import type { CheckOutcome } from './check-run'

/** What is left to load, where something was loaded. */
function statusText(job: ListedJob, { number }: Formats): string {
  const { status, total, stored } = job
  const left = (total ?? 0) - stored
  if (status === 'empty') return ''
  if (status === 'short') return missingText(job, number)
  if (status === 'partial') return left > 0 ? `${number(left)} not loaded yet` : 'Not read to its end yet'
  return stored === 0 ? 'Nobody to load' : 'Everyone is loaded'
}

/** Of whom the provider counts, how many are here: in words, and as a bar for whoever skims. */
function Loaded({ job: { stored, total } }: { job: ListedJob }) {
  const { number } = useFormats()
  // Who withdrew is stored and not counted any more: more can be here than the provider counts.
  const counted = total === null ? null : Math.max(total, stored)
  if (counted === null) return <p className="text-note text-muted">Not loaded</p>
  if (total === 0 && stored === 0) return <p className="text-note text-muted">Nobody has applied</p>
  return (
    <>
      <p className="text-note">
        <b className="font-semibold">{number(stored)}</b>
        <span className="text-muted">
          {' '}
          {stored > (total ?? 0) ? ' loaded' : ` of ${number(counted)} loaded`}
        </span>
      </p>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
          style={{ width: `${Math.min(100, (stored / Math.max(1, counted)) * 100)}%` }}
        />
      </span>
    </>
  )
}

/** What is new to this reader since they were last here, by the words a person would use. */
function News({ job: { new: fresh, sinceVisit } }: { job: ListedJob }) {
  const { rerated } = sinceVisit
  const { number } = useFormats()
  if (fresh === 0 && rerated === 0) return <span className="max-md:hidden" />
  return (
    <p className="flex flex-wrap gap-1">
      {fresh > 0 ? (
        <span className="rounded-control bg-accent-soft px-1.5 text-small leading-6 font-medium text-accent">
          {number(fresh)} new
        </span>
      ) : null}
      {rerated > 0 ? (
        <span className="rounded-control bg-soft px-1.5 text-small leading-6 font-medium text-muted">
          {number(rerated)} re-rated
        </span>
      ) : null}
      <span className="sr-only"> since your last visit</span>
    </p>
  )
}

/** How its check went, in its own words and with its next step. */
function Outcome({ outcome }: { outcome: CheckOutcome }) {
  const { number } = useFormats()
  if (outcome.state === 'checking') {
    return (
      <p className="flex items-center gap-1.5 text-note text-muted">
        <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin" /> Checking…
      </p>
    )
  }
  if (outcome.state === 'checked') {
    return (
      <p className="flex items-center gap-1.5 text-note text-good">
        <CircleCheck aria-hidden className="size-3.5 shrink-0" /> Checked: {foundText(outcome.found, number)}
      </p>
    )
  }
  const { problem } = outcome
  const charge = chargeOfProblem(problem)
  const possibly = charge.lastCall === 'unknown'
  const Icon = possibly ? TriangleAlert : CircleAlert
  return (
    <p className={`flex gap-1.5 text-note ${possibly ? 'text-maybe' : 'text-danger'}`}>
      <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <span>
        <b className="font-semibold">{problem.title}.</b> {problem.detail} {chargeText(charge, number)}
      </span>
    </p>
  )
}

type Props = { job: ListedJob; jobRef: JobRef; outcome: CheckOutcome | undefined }

/** One job: how many applied, how many of them are here, what is new, how old that is and what it cost. */
export function JobRow({ job, jobRef, outcome }: Props) {
  const formats = useFormats()
  const { retention } = job
  return (
    <li className="relative grid min-h-15 grid-cols-[minmax(0,1fr)_9rem_6rem_9.5rem_7rem] items-center gap-x-6 gap-y-1.5 border-b border-line px-4 py-2.5 first:rounded-t-panel last:rounded-b-panel last:border-b-0 hover:bg-soft max-md:grid-cols-1 md:max-lg:grid-cols-[minmax(0,1fr)_8.5rem_5rem_8rem_4.5rem] md:max-lg:gap-x-4">
      <div className="flex min-w-0 flex-wrap items-center gap-x-1">
        <div className="max-w-[calc(100%-4.5rem)] min-w-0">
          {/* The whole row is the link; what else can be pressed lies above it. */}
          <Link
            href={jobPath(jobRef)}
            className="block truncate font-medium after:absolute after:inset-0 after:rounded-[inherit]"
          >
            <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
          </Link>
          {job.label !== null || jobRef.account !== null ? (
            <p className="flex gap-1.5 text-note text-muted">
              {job.label === null ? null : <span className="truncate">Job {job.jobId}</span>}
              {jobRef.account === null ? null : (
                <span className="truncate rounded-mark border border-line px-1 text-small leading-4.5">
                  <span className="sr-only">Account </span>
                  <Bdi>{jobRef.account}</Bdi>
                </span>
              )}
            </p>
          ) : null}
        </div>
        <JobLabel job={job} jobRef={jobRef} />
        <JobMenu job={job} jobRef={jobRef} />
      </div>
      <div>
        <Loaded job={job} />
      </div>
      <News job={job} />
      <p className="text-note text-muted">
        {statusText(job, formats)}
        {job.fetchedAt ? (
          <span className="block max-md:inline">
            <span className="md:hidden"> · </span>
            updated <LocalTime iso={job.fetchedAt} format="moment" />
          </span>
        ) : null}
      </p>
      <p className="text-note text-balance text-muted md:text-end">
        {job.status === 'empty' && job.spent === 0 ? null : (
          <>
            {`${job.held > 0 ? 'up to ' : ''}${creditsText(job.spent, formats.number)}`}
            <span className="md:max-lg:sr-only"> spent</span>
          </>
        )}
      </p>
      {retention?.soon || retention?.kept ? (
        <div className="col-span-full">
          <RetentionNote retention={retention} />
        </div>
      ) : null}
      {outcome ? (
        <div className="col-span-full">
          <Outcome outcome={outcome} />
        </div>
      ) : null}
    </li>
  )
}
