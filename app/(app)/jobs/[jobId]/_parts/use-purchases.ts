'use client'

import { useCallback } from 'react'
import type { CandidatePages } from '@/components/candidate-table/use-candidate-pages'
import { toPurchase } from '@/components/credits/purchase'
import { fitsAutoload, useAutoload } from '@/components/credits/use-autoload'
import { isBusy, useFetchMore } from '@/components/credits/use-fetch-more'
import { useSpend } from '@/components/credits/use-spend'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { isUnfiltered } from '@/lib/url/view'

type Options = { jobRef: JobRef; job: Job; pages: CandidatePages; view: View }

/** What this page buys: on a press, or by scrolling to the end within the reader's limit. */
export function usePurchases({ jobRef, job, pages, view }: Options) {
  const more = useFetchMore(jobRef)
  const autoload = useAutoload()
  const { spend, ask, question } = useSpend(more)
  const { range, stale } = pages
  // Scrolling may buy only where the next rows are those a reader scrolls towards: the whole list, in its own order.
  const byScrolling = isUnfiltered(view) && view.sort.length === 0
  const { buy, failure } = more
  const busy = isBusy(more)

  const onReachEnd = useCallback(() => {
    const next = toPurchase(job, 'next', 'end')
    const atEnd = range !== null && range.firstIndex + range.items.length >= range.count
    if (stale || !atEnd) return false
    if (!byScrolling || busy || failure || !next || job.total === null) return true
    if (autoload === null || !fitsAutoload(autoload, next.price)) return true
    void buy({ ...next, automatic: true })
    return true
  }, [byScrolling, stale, busy, failure, range, job, autoload, buy])

  return { more, spend, ask, question, autoload, byScrolling, onReachEnd }
}
