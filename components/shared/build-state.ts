'use client'

import { useSyncExternalStore } from 'react'
import { isOtherBuild } from '@/lib/domain/build'

let outdated = false
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Learns from the headers of an answer whether the server has been updated since this page was loaded. */
export function noteBuild(headers: Headers): void {
  if (outdated || !isOtherBuild(headers)) return
  outdated = true
  for (const listener of listeners) listener()
}

/** Asks the server which build it is of. Where it does not answer, nothing is learned. */
export async function checkBuild(): Promise<void> {
  try {
    noteBuild((await fetch('/api/health', { cache: 'no-store' })).headers)
  } catch {
    // No connection: whatever asked says so itself.
  }
}

/** True once the server is of another build than this page. */
export const useOutdated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => outdated,
    () => false,
  )
