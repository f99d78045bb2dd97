'use client'

import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import { useIntent } from './use-intent'

const waitMs = 3_000

// Of a visit, whichever part of its first page notices it.
let begun = false
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function begin(): void {
  begun = true
  for (const listener of listeners) listener()
}

/**
 * Whether a part below what is read first may load: it is in sight, its reader has begun to use the page, or the page has
 * stood there for a while. From then on every such part loads at once.
 * @param place where the part will stand; looked at while it is not there yet
 */
export function useBegun(place: RefObject<Element | null>): boolean {
  useIntent(begin)
  useEffect(() => {
    if (begun || !place.current) return
    const timer = setTimeout(begin, waitMs)
    const sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) begin()
    })
    sight.observe(place.current)
    return () => {
      clearTimeout(timer)
      sight.disconnect()
    }
  }, [place])
  return useSyncExternalStore(
    subscribe,
    () => begun,
    () => false,
  )
}
