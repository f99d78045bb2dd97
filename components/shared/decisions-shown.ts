'use client'

import { useSyncExternalStore } from 'react'

let inUse = false
const listeners = new Set<() => void>()

/** Says that something is decided on this page: what is told of it is drawn from now on. */
export function showDecisions(): void {
  if (inUse) return
  inUse = true
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether anything was decided on this page. */
export const useDecisionsShown = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => inUse,
    () => false,
  )
