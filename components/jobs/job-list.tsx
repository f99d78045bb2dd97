'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { LocalTime } from '@/components/ui/local-time'
import { Bdi } from '@/components/ui/text'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { jobsQuery } from '@/lib/query/options'
import { jobPath } from '@/lib/url/paths'
import { JobLabel } from './job-label'

function statusText({ status, total, stored }: Job): string {
  if (status === 'empty') return 'Nothing loaded yet'
  if (total === 0 && stored === 0) return 'Nobody applied'
  if (status === 'complete') return 'Everyone is loaded'
  if (status === 'short') return `${Math.max(0, (total ?? 0) - stored)} may be missing`
  return `${Math.max(0, (total ?? 0) - stored)} not loaded yet`
}

function Loaded({ job: { stored, total } }: { job: Job }) {
  const part = total ? Math.min(100, (stored / total) * 100) : 0
  return (
    <span aria-hidden className="block h-1 w-full overflow-hidden rounded-full bg-line">
      <span className="block h-full rounded-full bg-accent" style={{ width: `${part}%` }} />
    </span>
  )
}

function JobRow({ job, accounts }: { job: Job; accounts: string[] }) {
  const ref = { jobId: job.jobId, account: job.account === accounts[0] ? null : job.account }
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_9rem_10rem] items-center gap-x-6 gap-y-1.5 border-b border-line px-4 py-3 last:border-b-0 hover:bg-soft/60 max-md:grid-cols-1">
      <div className="flex min-w-0 flex-wrap items-center gap-1">
        <div className="min-w-0">
          {/* The whole row is the link; what else can be pressed lies above it. */}
          <Link
            href={jobPath(ref)}
            prefetch={false}
            className="block truncate font-medium after:absolute after:inset-0 after:rounded-lg"
          >
            <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
          </Link>
          <p className="truncate text-note text-muted">
            {job.label ? `Job ${job.jobId}` : null}
            {job.label && accounts.length > 1 ? ' · ' : null}
            {accounts.length > 1 ? <Bdi>{job.account}</Bdi> : null}
          </p>
        </div>
        <JobLabel job={job} jobRef={ref} />
      </div>
      <div>
        <p className="text-note">
          {job.total === null ? (
            <span className="text-muted">Applicants unknown</span>
          ) : (
            <>
              <strong className="font-semibold">{job.stored}</strong> of {job.total} loaded
            </>
          )}
        </p>
        <Loaded job={job} />
      </div>
      <p className="text-note text-muted">
        {statusText(job)}
        {job.fetchedAt ? (
          <span className="block">
            as of <LocalTime iso={job.fetchedAt} format="moment" />
          </span>
        ) : null}
      </p>
    </li>
  )
}

/** The jobs opened before, last used first. */
export function JobList({ accounts }: { accounts: string[] }) {
  const { data, error, refetch } = useQuery(jobsQuery((signal) => bff.jobs(signal)))
  if (!data) {
    return error ? (
      <p role="alert" className="rounded-panel border border-line p-4 text-muted">
        The jobs could not be read. Nothing is lost.{' '}
        <button type="button" className="rounded font-medium text-accent" onClick={() => void refetch()}>
          Try again
        </button>
      </p>
    ) : null
  }
  if (data.items.length === 0) {
    return (
      <p className="rounded-panel border border-dashed border-edge/40 px-4 py-8 text-center text-muted">
        No job was opened yet. Open one above, and it stays here.
      </p>
    )
  }
  return (
    <ul aria-label="Jobs opened before" className="rounded-panel border border-line bg-panel">
      {data.items.map((job) => (
        <JobRow key={`${job.account}/${job.jobId}`} job={job} accounts={accounts} />
      ))}
    </ul>
  )
}
