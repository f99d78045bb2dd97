'use client'

import { useEffect } from 'react'

// Not the focus: a link to somebody puts it on them, before anybody has done anything.
const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const

/**
 * Calls `prepare` once, when a reader first moves, touches or types: the moment to fetch what the page does not need
 * to be read but will need to be used.
 * @param prepare the same function for the whole life of the component
 */
export function useIntent(prepare: () => void): void {
  useEffect(() => {
    const once = new AbortController()
    const meant = () => {
      once.abort()
      prepare()
    }
    const options = { signal: once.signal, passive: true }
    for (const sign of signs) window.addEventListener(sign, meant, options)
    return () => once.abort()
  }, [prepare])
}
