'use client'

import { useSearchParams } from 'next/navigation'
import { unreadWords } from '@/components/shared/unread-words'
import { Bdi } from '@/components/shared/text'
import { CircleAlert } from '@/components/ui/icons'
import { filterPart } from '@/lib/url/opening-view'
import { unreadFilters } from '@/lib/url/unread-filters'

/** Names the filters of the address that are not understood, and so change nothing. */
export function UnreadNotice() {
  const unread = unreadFilters(filterPart(useSearchParams().toString()))
  if (unread.length === 0) return null
  return (
    <section
      aria-label="Filters not understood"
      className="mx-5 my-2 flex items-start gap-3 rounded-panel border border-line bg-soft px-3.5 py-2 text-note wrap-anywhere card:mx-4"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="font-medium">
          Not understood: <Bdi>{unreadWords(unread)}</Bdi>
        </p>
        <p className="text-muted">
          It has no effect on this list. A saved view keeps it until it is updated.
        </p>
      </div>
    </section>
  )
}
