'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { Bdi } from '@/components/ui/text'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { jobsQuery } from '@/lib/query/options'
import { jobPath } from '@/lib/url/paths'
import { JobLabel } from './job-label'

const number = new Intl.NumberFormat('en')

function statusText({ status, total, stored }: Job): string {
  const missing = number.format(Math.max(0, (total ?? 0) - stored))
  if (status === 'empty') return 'Nothing loaded yet'
  if (status === 'short') return `${missing} may be missing`
  if (status === 'partial') return `${missing} not loaded yet`
  return stored === 0 ? 'Nobody to load' : 'Everyone is loaded'
}

/** Of whom the provider counts, how many are here: in words, and as a bar for whoever skims. */
function Loaded({ job: { stored, total } }: { job: Job }) {
  if (total === null) return <p className="text-note text-muted">Not counted yet</p>
  if (total === 0 && stored === 0) return <p className="text-note text-muted">Nobody has applied</p>
  return (
    <>
      <p className="text-note">
        <b className="font-semibold">{number.format(stored)}</b>
        <span className="text-muted"> of {number.format(total)} loaded</span>
      </p>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: `${Math.min(100, (stored / Math.max(1, total)) * 100)}%` }}
        />
      </span>
    </>
  )
}

function JobRow({ job, accounts }: { job: Job; accounts: string[] }) {
  const ref = { jobId: job.jobId, account: job.account === accounts[0] ? null : job.account }
  return (
    <li className="relative grid min-h-15 grid-cols-[minmax(0,1fr)_10rem_10rem] items-center gap-x-8 gap-y-1.5 border-b border-line px-4 py-2.5 first:rounded-t-panel last:rounded-b-panel last:border-b-0 hover:bg-soft max-md:grid-cols-1">
      <div className="flex min-w-0 flex-wrap items-center gap-x-1">
        <div className="min-w-0">
          {/* The whole row is the link; what else can be pressed lies above it. */}
          <Link
            href={jobPath(ref)}
            prefetch={false}
            className="block truncate font-medium after:absolute after:inset-0 after:rounded-[inherit]"
          >
            <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
          </Link>
          {job.label !== null || ref.account !== null ? (
            <p className="flex gap-1.5 text-note text-muted">
              {job.label === null ? null : <span className="truncate">Job {job.jobId}</span>}
              {ref.account === null ? null : (
                <span className="truncate rounded border border-line px-1 text-small leading-4.5">
                  <span className="sr-only">Account </span>
                  <Bdi>{ref.account}</Bdi>
                </span>
              )}
            </p>
          ) : null}
        </div>
        <JobLabel job={job} jobRef={ref} />
      </div>
      <div>
        <Loaded job={job} />
      </div>
      <p className="text-note text-muted">
        {statusText(job)}
        {job.fetchedAt ? (
          <span className="block max-md:inline">
            <span className="md:hidden"> · </span>
            as of <LocalTime iso={job.fetchedAt} format="moment" />
          </span>
        ) : null}
      </p>
    </li>
  )
}

const Drawing = () => (
  <svg aria-hidden viewBox="0 0 120 48" className="mx-auto mb-4 h-12 w-30" fill="none">
    {[0, 1, 2].map((row) => (
      <g key={row} transform={`translate(0 ${row * 17})`} opacity={1 - row * 0.3}>
        <rect x=".75" y=".75" width="118" height="12.5" rx="4" stroke="var(--line)" strokeWidth="1.5" />
        <rect x="8" y="5" width={46 - row * 10} height="4" rx="2" fill="var(--accent)" opacity=".7" />
        <rect x="84" y="5.5" width="26" height="3" rx="1.5" fill="var(--edge)" opacity=".35" />
      </g>
    ))}
  </svg>
)

type Props = {
  accounts: string[]
  /** There are sample jobs below to begin with. */
  samples: boolean
}

/** The jobs opened before, last used first. */
export function JobList({ accounts, samples }: Props) {
  const { data, error, refetch, isFetching } = useQuery(jobsQuery((signal) => bff.jobs(signal)))
  if (!data) {
    return (
      <div className="flex min-h-15 flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-panel border border-line bg-panel px-4 py-2.5">
        {error ? (
          <>
            <p role="alert">The jobs could not be read. Nothing is lost.</p>
            <Button busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          </>
        ) : (
          <p className="text-muted">Reading the jobs…</p>
        )}
      </div>
    )
  }
  if (data.items.length === 0) {
    return (
      <div className="rounded-panel border border-dashed border-edge/40 px-4 py-10 text-center">
        <Drawing />
        <p className="font-medium">No job has been opened yet</p>
        <p className="mx-auto mt-1 max-w-sm text-balance text-muted">
          Open one above by its id or address{samples ? ', or try a sample job below' : ''}. It stays here,
          with everyone you have loaded.
        </p>
      </div>
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
