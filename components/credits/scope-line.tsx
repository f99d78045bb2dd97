'use client'

import type { ReactNode } from 'react'
import { useLasting } from '@/components/ui/use-lasting'
import type { Job } from '@/lib/contracts/job'
import { BelowList } from './below-list'
import { FetchNotice, OutcomeNote } from './lazy-notices'
import { ScopeActions } from './scope-actions'
import { ScopeText } from './scope-text'
import { ScopeTrack } from './scope-track'
import { type FetchMore, isBusy } from './use-fetch-more'
import type { Spend } from './use-spend'

type Props = {
  job: Job
  matched: number
  filtered: boolean
  /** The numbers and the rows are of the view before this one, whose own are on their way, or did not come. */
  searching: 'no' | 'yes' | 'failed'
  more: FetchMore
  spend: Spend['spend']
  /** Beside the text. */
  children?: ReactNode
}

/** What is matched, of what is loaded, of everyone who applied, and what the rest costs. Its drawing goes once all are here. */
export function ScopeLine({ job, matched, filtered, searching, more, spend, children }: Props) {
  const waiting = useLasting(searching !== 'no', 150)
  const busy = isBusy(more)
  const missing = job.status === 'partial' || job.status === 'short'
  return (
    <section
      aria-label="What is loaded"
      className="flex flex-1 items-center gap-x-3 card:min-w-0 card:flex-wrap card:gap-x-2 card:gap-y-1"
    >
      {/* Always two lines high: what comes and goes in them moves no row. */}
      <div className="min-w-60 flex-1 card:contents">
        <div className="flex items-center gap-x-3 card:min-w-0 card:flex-1">
          <p className="h-4 min-w-0 overflow-hidden text-note leading-4 text-muted card:h-auto">
            {waiting ? (
              <span className="font-medium text-ink">
                {searching === 'yes' ? 'Searching… ' : 'Not updated. '}
                <span className="font-normal text-muted card:sr-only">
                  Still showing the previous results.
                </span>
              </span>
            ) : more.running && job.status === 'empty' ? (
              <span className="font-medium text-ink">Loading the first applicants…</span>
            ) : (
              <ScopeText job={job} matched={matched} filtered={filtered} />
            )}
          </p>
          {missing || busy ? (
            <ScopeTrack
              matched={filtered ? matched : job.stored}
              stored={job.stored}
              total={job.total}
              busy={busy}
            />
          ) : null}
        </div>
        {children}
      </div>
      <ScopeActions job={job} more={more} spend={spend} />
    </section>
  )
}

/** What came of what was loaded from the line above: below the list, in sight wherever the reader is in it. */
export function ScopeNotice({ more }: { more: FetchMore }) {
  const { failure, ended } = more
  const failed = failure?.purchase.origin === 'scope'
  if (!failed && !(ended && ended.purchase.origin !== 'end')) return null
  return (
    <BelowList>
      {failure ? <FetchNotice key={failure.at} more={more} failure={failure} /> : <OutcomeNote more={more} />}
    </BelowList>
  )
}
