'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { orderKey } from '@/lib/query/order-key'

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

const Notices = lazyPart<object>(
  async () => (await import('./decision-notices')).DecisionNotices,
  () => null,
)

/** Where decisions are told of that were made, refused or are not saved yet. Loaded with the first of them. */
export function DecisionHost() {
  useEffect(() => {
    try {
      // An earlier page left some that the server has not got.
      if (Object.keys(window.localStorage).some((key) => key.startsWith(orderKey))) showDecisions()
    } catch {
      // A browser that keeps nothing has kept none.
    }
  }, [])
  const shown = useSyncExternalStore(
    subscribe,
    () => inUse,
    () => false,
  )
  return shown ? <Notices /> : null
}
