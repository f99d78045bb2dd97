'use client'

import type { ReactNode } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { Check } from '@/components/ui/icons'

type Props = {
  name: string
  href: string
  current: boolean
  /** Beside the name: which default it is. */
  notes?: readonly string[]
  /** How many people it shows; null while that is counted. */
  count: number | null
  onOpen: () => void
  /** At the end of the row. */
  children?: ReactNode
}

/** One view: a link to its address. */
export function ViewRow({ name, href, current, notes = [], count, onOpen, children }: Props) {
  const { number } = useFormats()
  return (
    <div className="flex items-center gap-1">
      <a
        href={href}
        aria-current={current || undefined}
        onClick={(event) => {
          // A new tab or window is the browser's to open.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          onOpen()
        }}
        className={`flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-control px-1.5 py-1 text-note hover:bg-soft card:min-h-11 ${
          current ? 'font-medium text-accent' : ''
        }`}
      >
        <span className="size-3.5 shrink-0">{current ? <Check className="size-3.5" /> : null}</span>
        <span className="min-w-0 flex-1">
          <span className="block truncate" title={name}>
            <bdi dir="auto">{name}</bdi>
          </span>
          {notes.length > 0 ? (
            <span className="block text-small font-normal text-muted">{notes.join(' · ')}</span>
          ) : null}
        </span>
        <span className="min-w-8 shrink-0 text-end font-normal text-muted tabular-nums">
          {count === null ? null : (
            <>
              <span aria-hidden>{number(count)}</span>
              <span className="sr-only">{count === 1 ? '1 person' : `${number(count)} people`}</span>
            </>
          )}
        </span>
      </a>
      {children}
    </div>
  )
}
