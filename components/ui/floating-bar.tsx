'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useReservedSpace } from './use-reserved-space'

type Props = {
  /** What the bar is of. */
  label: string
  /** How many, in words. */
  count: string
  /** What the cross does. */
  clearLabel: string
  onClear: () => void
  /** What can be done with those chosen. */
  children: ReactNode
}

/** Stays at the lower edge: how many are chosen, what can be done with them, and the way to choose nobody. */
export function FloatingBar({ label, count, clearLabel, onClear, children }: Props) {
  const bar = useReservedSpace<HTMLElement>('--floating-h')
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-[calc(1rem+var(--below,0px))] z-20 flex justify-center px-4">
      <section
        ref={bar}
        aria-label={label}
        className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-panel border border-line bg-panel py-2 ps-4 pe-2 shadow-float"
      >
        <p className="me-2 font-medium whitespace-nowrap max-sm:flex-1">{count}</p>
        {children}
        <button
          type="button"
          aria-label={clearLabel}
          onClick={onClear}
          className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </section>
    </div>
  )
}
