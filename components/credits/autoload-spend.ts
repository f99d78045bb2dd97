'use client'

import { useSyncExternalStore } from 'react'

const name = 'shortlist:autoload-spent'
const listeners = new Set<() => void>()
// A visit is a browser tab's session. Without storage it is this page.
let fallback = 0

function read(): number {
  try {
    return Number(window.sessionStorage.getItem(name) ?? 0) || 0
  } catch {
    return fallback
  }
}

/** Adds to what scrolling has spent by itself in this visit, in credits. Negative to give back what was not charged. */
export function addAutoloadSpend(credits: number): void {
  fallback = Math.max(0, read() + credits)
  try {
    window.sessionStorage.setItem(name, String(fallback))
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What scrolling has spent by itself in this visit, in credits. */
export const readAutoloadSpend = read
export const useAutoloadSpend = () => useSyncExternalStore(subscribe, read, () => 0)
