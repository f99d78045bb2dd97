'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Counts down to a moment and calls `onEnd` there, once.
 * @param seconds null for no countdown
 * @returns whole seconds left; null without a countdown
 */
export function useCountdown(seconds: number | null, onEnd: () => void): number | null {
  const [left, setLeft] = useState(seconds)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  }, [onEnd])

  useEffect(() => {
    if (seconds === null) return
    const until = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(rest)
      if (rest > 0) return
      clearInterval(timer)
      end.current()
    }, 250)
    return () => clearInterval(timer)
  }, [seconds])

  return seconds === null ? null : left
}
