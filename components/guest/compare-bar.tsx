'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { mostCompared } from '@/lib/contracts/share-words'

/** By which the focus finds back to it. */
export const compareButtonId = 'compare-chosen'

type Props = { count: number; onCompare: () => void; onClear: () => void }

/** Stays at the lower edge while anyone is chosen to be compared. */
export function CompareBar({ count, onCompare, onClear }: Props) {
  if (count === 0) return null
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4">
      <section
        aria-label="Chosen people"
        className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-panel border border-line bg-panel py-2 ps-4 pe-2 shadow-float"
      >
        <p className="me-2 font-medium whitespace-nowrap">
          {count} of {mostCompared} chosen
        </p>
        <Button id={compareButtonId} variant="primary" disabled={count < 2} onClick={onCompare}>
          {count < 2 ? 'Choose one more' : `Compare ${count}`}
        </Button>
        <button
          type="button"
          aria-label="Choose nobody"
          onClick={onClear}
          className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </section>
    </div>
  )
}
