'use client'

import { Bdi } from '@/components/shared/text'
import { CircleAlert } from '@/components/ui/icons'
import type { UnreadFilter } from '@/lib/contracts/saved-views'
import { unreadWords } from './unread-words'

const gone =
  'No criterion of this job has this name: it was renamed or deleted. Nobody is shown until you remove this filter.'
const isCriterion = ({ key }: UnreadFilter) => key === 'criteria'
const ignored = 'This changes nothing in the list. A saved view keeps it until the view is updated.'

/** Filters of the address that are not understood, and what becomes of the list. */
export const UnreadFilters = ({ unread }: { unread: readonly UnreadFilter[] }) => (
  <section
    aria-label="Filters not understood"
    className="min-h-18 px-5 py-2 text-note wrap-anywhere card:min-h-28 card:px-4"
  >
    <div className="flex items-start gap-3 rounded-panel border border-line bg-soft px-3.5 py-1.5">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="font-medium">
          Not understood: <Bdi>{unreadWords(unread)}</Bdi>
        </p>
        {unread.some(isCriterion) ? <p className="text-muted">{gone}</p> : null}
        {unread.every(isCriterion) ? null : <p className="text-muted">{ignored}</p>}
      </div>
    </div>
  </section>
)
