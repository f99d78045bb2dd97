'use client'

import { type ReactNode, useId, useState } from 'react'

type Props = {
  /** The sentence that explains it. */
  why: string
  children: ReactNode
}

/** A word that explains itself to who points at it or gives it the focus; Escape takes the explanation away. */
export function Explained({ why, children }: Props) {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <span
      className="relative"
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown) return
        event.stopPropagation()
        setShown(false)
      }}
    >
      <button
        type="button"
        aria-describedby={id}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        className="min-h-6 cursor-help rounded-mark text-start underline decoration-edge/60 decoration-dotted underline-offset-4"
      >
        {children}
      </button>
      <span
        id={id}
        role="tooltip"
        hidden={!shown}
        className="absolute start-0 bottom-full z-20 mb-1 w-64 max-w-[70vw] rounded-control border border-line bg-panel px-2.5 py-2 text-note font-normal text-ink shadow-float"
      >
        {why}
      </span>
    </span>
  )
}
