'use client'

import { useSyncExternalStore } from 'react'

let said = { text: '', count: 0 }
const listeners = new Set<() => void>()

/** Says something once to whoever listens rather than looks; the same words again are said again. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const silence = { text: '', count: 0 }

/** The one live region of the product. */
export function Announcer() {
  const { text, count } = useSyncExternalStore(
    subscribe,
    () => said,
    () => silence,
  )
  // A text that does not change is not read out: an unseen space makes it new.
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
      {count % 2 === 1 ? '\u00a0' : ''}
    </div>
  )
}
