'use client'

import { useSyncExternalStore } from 'react'

let connected = false
const listeners = new Set<() => void>()

/** Notes whether what happens to the job on screen arrives by itself. */
export function setLive(now: boolean): void {
  if (now === connected) return
  connected = now
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether what happens to the job on screen arrives by itself; where it does not, it has to be asked for. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => connected,
    () => false,
  )

/** The loads of several pages that this tab began, whose progress it hears from their own answer. */
export const ownFetches = new Set<string>()
