'use client'

import { useMay } from '@/components/ui/reader'
import type { Job } from '@/lib/contracts/job'
import { useAutoloadSpend } from './autoload-spend'
import { FetchNotice } from './fetch-notice'
import { LoadButton } from './load-button'
import { applicantsText, leftOf, missingText } from '@/lib/domain/list-words'
import { OutcomeNote } from './outcome-note'
import type { FetchMore } from './use-fetch-more'
import type { Spend } from './use-spend'

type Props = {
  job: Job
  matched: number
  filtered: boolean
  /** Scrolling may buy: the list is whole and in the provider's order. */
  scrolls: boolean
  /** Credits that scrolling may spend by itself in one visit. */
  autoload: number
  more: FetchMore
  spend: Spend['spend']
}

/** The end of what is loaded: how much is left, its price, and what scrolling has spent by itself. */
export function ListEnd({ job, matched, filtered, scrolls, autoload, more, spend }: Props) {
  const spent = useAutoloadSpend()
  const maySpend = useMay('spend')
  const { next } = job.offers
  // Shown where it was asked for, as a failure is.
  const note = more.ended?.purchase.origin === 'end' ? <OutcomeNote more={more} /> : null
  if (!next) {
    return (
      <div className="mx-auto max-w-2xl px-5 py-6 card:px-4">
        <p className="text-center text-note text-muted">
          {job.status === 'short' && job.missing
            ? `End of the list. It moved or ended early while it was read: ${missingText(job)}. Another pass is under “More ways to load”.`
            : filtered
              ? `End of the list: ${matched} of ${applicantsText(job.stored)}.`
              : `End of the list: ${job.stored === 1 ? 'the only applicant' : `all ${applicantsText(job.stored)}`}.`}
        </p>
        {note}
      </div>
    )
  }
  const left = leftOf(job)
  const fits = spent + next.credits <= autoload
  return (
    <div className="mx-auto max-w-2xl px-5 py-6 text-center card:px-4">
      <p className="mb-3 text-note text-muted">
        {filtered
          ? `${applicantsText(left)} not loaded yet, so not searched.`
          : `${job.stored} of ${job.total ?? '?'} loaded.`}
        {maySpend ? '' : ' A recruiter can load more.'}
      </p>
      <LoadButton job={job} more={more} spend={spend} origin="end" />
      {maySpend && scrolls && autoload > 0 ? (
        <p className="mt-3 text-small text-faint">
          {fits
            ? `Scrolling on loads more by itself: ${spent} of ${autoload} credits used in this visit.`
            : `Scrolling has used ${spent} of its ${autoload} credits in this visit. From here it is your press.`}
        </p>
      ) : null}
      {more.failure?.purchase.origin === 'end' ? (
        <div className="text-start">
          <FetchNotice key={more.failure.at} more={more} failure={more.failure} />
        </div>
      ) : null}
      {note}
    </div>
  )
}
