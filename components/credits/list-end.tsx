'use client'

import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import type { Autoload } from '@/lib/contracts/credits'
import type { Job } from '@/lib/contracts/job'
import { FetchNotice, OutcomeNote } from './lazy-notices'
import { LoadButton } from './load-button'
import { creditsText } from '@/lib/domain/credits'
import { applicantsText, countLeft, missingText } from '@/lib/domain/list-words'
import { fitsAutoload } from './use-autoload'
import type { FetchMore } from './use-fetch-more'
import type { Spend } from './use-spend'

type Props = {
  job: Job
  matched: number
  filtered: boolean
  /** Scrolling may buy: the list is whole and in the provider's order. */
  scrolls: boolean
  /** What automatic loading has spent today, and its limit; null while unknown. */
  autoload: Autoload | null
  more: FetchMore
  spend: Spend['spend']
}

/** The end of what is loaded: how much is left, its price, and what automatic loading has spent. */
export function ListEnd({ job, matched, filtered, scrolls, autoload, more, spend }: Props) {
  const maySpend = useMay('spend')
  const { number } = useFormats()
  const { next } = job.offers
  // Shown where it was asked for, also where somebody else loaded the rest meanwhile.
  const notice =
    more.failure?.purchase.origin === 'end' ? (
      <div className="mt-2 text-start">
        <FetchNotice key={more.failure.at} more={more} failure={more.failure} />
      </div>
    ) : more.ended?.purchase.origin === 'end' ? (
      <div className="mt-2 empty:hidden">
        <OutcomeNote more={more} />
      </div>
    ) : null
  if (!next) {
    return (
      <div className="mx-auto max-w-2xl px-5 py-6 card:px-4">
        <p className="text-center text-note text-muted">
          {job.status === 'short' && job.missing
            ? `The list changed while it was loading: ${missingText(job, number)}. Look for them under “More ways to load”.`
            : filtered
              ? matched === 1
                ? 'That’s the only match.'
                : `That’s all ${number(matched)} matches.`
              : `That’s ${job.stored === 1 ? 'the only applicant' : `all ${applicantsText(job.stored, number)}`}.`}
        </p>
        {notice}
      </div>
    )
  }
  const left = countLeft(job)
  return (
    <div className="mx-auto max-w-2xl px-5 py-6 text-center card:px-4">
      <p className="mb-3 text-note text-muted">
        {filtered
          ? `${applicantsText(left, number)} not loaded yet, so not searched.`
          : `${number(job.stored)} of ${job.total === null ? '?' : number(job.total)} loaded.`}
        {maySpend ? '' : ' A recruiter can load more.'}
      </p>
      <LoadButton job={job} more={more} spend={spend} origin="end" />
      {maySpend && scrolls && autoload !== null && autoload.limit > 0 ? (
        <p className="mt-3 text-small text-faint">
          {fitsAutoload(autoload, next.credits)
            ? `Keep scrolling to load more (${number(autoload.used)} of ${creditsText(autoload.limit, number)} used today).`
            : `Auto-load reached today’s limit of ${creditsText(autoload.limit, number)}. Load more with the button.`}
        </p>
      ) : null}
      {notice}
    </div>
  )
}
