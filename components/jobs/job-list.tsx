'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useMay } from '@/components/shared/reader'
import { TextField } from '@/components/ui/text-field'
import type { ListedJob } from '@/lib/contracts/job'
import { toProblem } from '@/lib/query/http'
import { jobCalls, jobsQuery } from '@/lib/query/jobs'
import type { JobRef } from '@/lib/url/paths'
import { CheckAll } from './check-all'
import { jobKey } from './check-run'
import { JobRow } from './job-row'
import { useCheckAll } from './use-check-all'

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

/** The jobs opened before, last used first, and one press that asks for news of them all. */
export function JobList({ accounts, samples }: Props) {
  const maySpend = useMay('spend')
  const { outcomes, ...check } = useCheckAll()
  const toJobRef = ({ jobId, account }: ListedJob): JobRef => ({
    jobId,
    // The usual account is left out of addresses.
    account: account === accounts[0] ? null : account,
  })
  const [find, setFind] = useState('')
  const text = useDeferredValue(find.trim())
  const {
    data,
    error,
    refetch,
    isFetching,
    isPlaceholderData,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
  } = useInfiniteQuery({
    ...jobsQuery(text, (cursor, signal) => jobCalls.jobs(text, cursor, signal)),
    placeholderData: keepPreviousData,
  })
  if (!data) {
    return (
      <div className="flex min-h-15 flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-panel border border-line bg-panel px-4 py-2.5">
        {error ? (
          <>
            <p role="alert">
              {toProblem(error).title}. {toProblem(error).detail}
            </p>
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
  const jobs = data.pages.flatMap(({ items }) => items)
  if (jobs.length === 0 && find === '' && !isPlaceholderData) {
    return (
      <div className="rounded-panel border border-dashed border-edge/40 px-4 py-10 text-center">
        <Drawing />
        <p className="font-medium">No jobs yet</p>
        <p className="mx-auto mt-1 max-w-sm text-balance text-muted">
          Paste a job link above{samples ? ' or try a sample' : ''}.
        </p>
      </div>
    )
  }
  // Of a list that was never read there is nothing to be new against; a mistyped id would be priced too.
  const read = jobs.filter(({ status }) => status !== 'empty')
  return (
    <>
      {/* Beside the section's own heading, where there is room. */}
      <div className="sm:-mt-9.5 sm:ps-32" hidden={read.length === 0 || !maySpend}>
        <CheckAll checks={read.map((job) => ({ job, ref: toJobRef(job) }))} {...check} />
      </div>
      {hasNextPage || find !== '' ? (
        <TextField
          label="Find a job by name or ID"
          type="search"
          className="max-w-sm"
          value={find}
          maxLength={200}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      {jobs.length === 0 && !isPlaceholderData ? (
        <p role="status" className="text-muted">
          No job has “{text}” in its name or ID.
        </p>
      ) : null}
      <ul
        aria-label="Recent jobs"
        aria-busy={isPlaceholderData}
        className="rounded-panel border border-line bg-panel empty:hidden"
      >
        {jobs.map((job) => (
          <JobRow key={jobKey(job)} job={job} jobRef={toJobRef(job)} outcome={outcomes.get(jobKey(job))} />
        ))}
      </ul>
      {hasNextPage ? (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more jobs
          </Button>
        </div>
      ) : null}
    </>
  )
}
