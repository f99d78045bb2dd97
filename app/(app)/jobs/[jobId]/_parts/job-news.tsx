'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { Select } from '@/components/shared/select'
import { LocalTime } from '@/components/shared/local-time'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { Job } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'
import { JobDecided } from './job-decided'
import { newsAction } from './news-action'
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

const MarkSeen = lazyPart(
  async () => (await import('./mark-seen')).MarkSeen,
  ({ state, retry }) => (
    <button type="button" className={newsAction} disabled={state !== 'missing'} onClick={retry}>
      Mark as seen
    </button>
  ),
)

/** Since when somebody counts as new. Days are the reader's, which the server does not know. */
function SinceSelect({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const here = useHydrated()
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

/** Beside what is loaded: who is gone, and what this reader has not seen yet, which the list can be narrowed to. */
export function JobNews({ jobRef, job, value, onChange }: Props) {
  const news = newsWords(job)
  const hasNews = news !== null || value !== false
  if (job.stored === 0 && job.gone === 0 && !hasNews) return null
  return (
    // One line, however much there is to say: it moves sideways.
    <p className="relative -mx-1 -my-1.5 fading-strip px-1 text-note leading-8 text-muted card:order-1 card:w-[calc(100%+0.5rem)]">
      {job.gone > 0 ? `${job.gone} no longer listed` : null}
      {hasNews ? (
        <>
          {job.gone > 0 ? ' · ' : null}
          <button
            type="button"
            aria-pressed={value !== false}
            onClick={() => onChange(value === false)}
            className={newsAction}
          >
            {value === false ? news : 'Show everyone'}
          </button>
        </>
      ) : null}
      {news === null ? null : (
        <>
          {' · '}
          <MarkSeen jobRef={jobRef} revision={job.revision} />
        </>
      )}
      {job.stored === 0 ? null : (
        <>
          {job.gone > 0 || hasNews ? ' · ' : null}
          <SinceSelect value={value} onChange={onChange} />
        </>
      )}
      {typeof value === 'string' ? (
        <>
          {' · since '}
          <LocalTime iso={new Date(value).toISOString()} format="moment" />
        </>
      ) : null}
      <JobDecided />
    </p>
  )
}
