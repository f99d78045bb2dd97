'use client'

import { type ComponentType, useLayoutEffect, useSyncExternalStore } from 'react'
import { checkBuild } from './build-state'

/** Why a part of the page is not there yet. */
export type PartState = {
  /** `retrying` came after `missing`, so that a notice need not go away and come back. */
  state: 'loading' | 'missing' | 'retrying'
  retry: () => void
}

export type LazyPart<P extends object> = ComponentType<P> & {
  /** Gets it ready, silently: it is likely to be needed soon. */
  prepare: () => void
}

// What was lost for a moment comes by itself; what stays away is tried on a press, and once the browser is online.
const pausesMs = [1_000, 4_000]

/**
 * A part of the page whose code is loaded when it is first needed. Not React's `lazy`: a part that does not come must
 * take nothing with it, can be tried again (on a press, and once the browser is online), and one that is here already
 * is drawn at once, where Suspense may hold it back for a third of a second.
 * @param load gives the component, and may be called again after it failed
 * @param Instead is drawn with the part's own props where it will stand
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Instead: ComponentType<P & PartState>,
): LazyPart<P> {
  let part: ComponentType<P> | null = null
  let state: PartState['state'] = 'loading'
  let underWay = false
  let failures = 0
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  async function start() {
    if (part !== null || underWay) return
    underWay = true
    if (state === 'missing') state = 'retrying'
    tell()
    try {
      part = await load()
    } catch {
      state = 'missing'
      const pauseMs = pausesMs[failures++]
      if (pauseMs !== undefined && listeners.size > 0) setTimeout(retry, pauseMs)
      // Another build may have taken the file away.
      void checkBuild()
    }
    underWay = false
    tell()
  }
  const retry = () => void start()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const snapshot = () => part ?? state

  function Part(props: P) {
    const now = useSyncExternalStore(subscribe, snapshot, snapshot)
    useLayoutEffect(() => {
      retry()
      window.addEventListener('online', retry)
      return () => window.removeEventListener('online', retry)
    }, [])
    if (typeof now === 'string') return <Instead {...props} state={now} retry={retry} />
    const Loaded = now
    return <Loaded {...props} />
  }
  Part.prepare = retry
  return Part
}
