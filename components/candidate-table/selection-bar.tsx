'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  count: number
  onClear: () => void
  /** What can be done with those selected. */
  children: ReactNode
}

/** Stays at the lower edge while anyone is selected: how many, and what can be done with them. */
export function SelectionBar({ count, onClear, children }: Props) {
  if (count === 0) return null
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4">
      <section
        aria-label="Selection"
        className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-panel border border-line bg-panel py-2 ps-4 pe-2 shadow-float"
      >
        <p className="me-2 font-medium whitespace-nowrap">{count.toLocaleString()} selected</p>
        {children}
        <button
          type="button"
          aria-label="Clear the selection"
          onClick={onClear}
          className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </section>
    </div>
  )
}
