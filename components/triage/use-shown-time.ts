'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * For how long somebody has been on screen, while the page could be seen.
 * @param shown who is; the clock starts again with somebody else
 * @returns reads it, milliseconds
 */
export function useShownTime(shown: string | null): () => number {
  const clock = useRef({ before: 0, since: null as number | null })
  useEffect(() => {
    const start = () => {
      const visible = document.visibilityState === 'visible'
      const { before, since } = clock.current
      const now = performance.now()
      clock.current = {
        before: since === null ? before : before + now - since,
        since: visible ? now : null,
      }
    }
    clock.current = { before: 0, since: null }
    start()
    document.addEventListener('visibilitychange', start)
    return () => document.removeEventListener('visibilitychange', start)
  }, [shown])
  return useCallback(() => {
    const { before, since } = clock.current
    return Math.round(before + (since === null ? 0 : performance.now() - since))
  }, [])
}
