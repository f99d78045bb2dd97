'use client'

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
}

/** What is matched, of what is loaded, of everyone who applied, and what the rest costs. */
export function ScopeLine({ job, matched, filtered, searching, more, spend }: Props) {
  const { failure, ended } = more
  const waiting = useLasting(searching !== 'no', 150)
  return (
    <section aria-label="What is loaded" className="mx-5 mb-3 card:mx-4">
      <div className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2.5 rounded-panel border border-line bg-panel px-3.5 py-2.5">
        <p className="text-note text-muted card:basis-full">
          {waiting ? (
            <span className="font-medium text-ink">
              {searching === 'yes' ? 'Searching… ' : 'Not updated. '}
              <span className="font-normal text-muted">Still showing the previous results.</span>
            </span>
          ) : more.running && job.status === 'empty' ? (
            <span className="font-medium text-ink">Loading the first applicants…</span>
          ) : (
            <ScopeText job={job} matched={matched} filtered={filtered} />
          )}
        </p>
        <ScopeTrack
          matched={filtered ? matched : job.stored}
          stored={job.stored}
          total={job.total}
          busy={isBusy(more)}
        />
        <ScopeActions job={job} more={more} spend={spend} />
      </div>
      {failure?.purchase.origin === 'scope' || (ended && ended.purchase.origin !== 'end') ? (
        <BelowList>
          {failure ? (
            <FetchNotice key={failure.at} more={more} failure={failure} />
          ) : (
            <OutcomeNote more={more} />
          )}
        </BelowList>
      ) : null}
    </section>
  )
}
