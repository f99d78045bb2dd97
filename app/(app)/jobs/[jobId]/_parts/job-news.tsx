'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { Select } from '@/components/shared/select'
import { announce } from '@/components/ui/announcer'
import { LocalTime } from '@/components/shared/local-time'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { toProblem } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { newSince, parseSince } from './since'

type Props = {
  jobRef: JobRef
  job: Job
  /** The view's own `new`. */
  value: boolean | string
  onChange: (value: boolean | string) => void
}

function newsWords({ sinceVisit }: Job): string | null {
  const parts = [
    sinceVisit.new > 0 ? `${sinceVisit.new} new` : null,
    sinceVisit.rerated > 0 ? `${sinceVisit.rerated} re-rated` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : `${parts.join(' and ')} since your last visit`
}

const sinceOptions = [
  { value: null, label: 'Added at any time' },
  { value: 'visit', label: 'New since your last visit' },
  { value: 'yesterday', label: 'Added since yesterday' },
  { value: 'week', label: 'Added in the last 7 days' },
] as const
const ofMoment = { value: 'moment', label: 'Added since a set time' } as const

const never = () => () => undefined
const action = 'min-h-6 rounded-mark font-medium text-accent underline-offset-2 hover:underline'

/** Says that all news of the job has been seen, as far as this page shows it. */
function MarkSeen({ jobRef, job }: Pick<Props, 'jobRef' | 'job'>) {
  const client = useQueryClient()
  const mark = useMutation({
    mutationFn: () => bff.markSeen(jobRef, { applicationIds: [], all: true, revision: job.revision }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.job(jobRef) }),
    onError: (error) => announce(`Not marked as seen. ${toProblem(error).detail}`),
  })
  return (
    <button type="button" className={action} disabled={mark.isPending} onClick={() => mark.mutate()}>
      {mark.isError ? 'Mark as seen: try again' : 'Mark as seen'}
    </button>
  )
}

/** Since when somebody counts as new. Days are the reader's, which the server does not know. */
function SinceSelect({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const since = here || typeof value === 'boolean' ? parseSince(value, new Date()) : 'moment'
  const choose = (choice: typeof since) => {
    if (choice === 'yesterday' || choice === 'week') onChange(newSince(choice, new Date()))
    else if (choice !== 'moment') onChange(choice === 'visit')
  }
  return (
    <Select
      label="Show applicants added"
      value={since}
      options={since === 'moment' ? [...sinceOptions, ofMoment] : sinceOptions}
      onValueChange={choose}
      className="min-h-6 rounded-mark text-muted hover:text-ink"
    />
  )
}

/** Under the job's name: its id, who is gone, and what this reader has not seen yet, which the list can be narrowed to. */
export function JobNews({ jobRef, job, value, onChange }: Props) {
  const news = newsWords(job)
  const facts = [
    job.label === null ? 'Applicants' : `Job ${job.jobId}`,
    job.gone > 0 ? `${job.gone} no longer listed` : null,
  ].filter((fact) => fact !== null)
  return (
    <p className="text-note text-muted">
      {facts.join(' · ')}
      {news !== null || value !== false ? (
        <>
          {' · '}
          <button
            type="button"
            aria-pressed={value !== false}
            onClick={() => onChange(value === false)}
            className={action}
          >
            {value === false ? news : 'Show everyone'}
          </button>
        </>
      ) : null}
      {news === null ? null : (
        <>
          {' · '}
          <MarkSeen jobRef={jobRef} job={job} />
        </>
      )}
      {job.stored === 0 ? null : (
        <>
          {' · '}
          <SinceSelect value={value} onChange={onChange} />
        </>
      )}
      {typeof value === 'string' ? (
        <>
          {' · since '}
          <LocalTime iso={new Date(value).toISOString()} format="moment" />
        </>
      ) : null}
    </p>
  )
}
