import { useEffect, useState } from 'react'
import { useLiveState } from './live-store'

/** Whether something has been so for a while. */
export function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => setLasting(true), ms)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [now, ms])
  return now && lasting
}

// Shorter breaks are not worth a word.
const quietMs = 4_000

/** Whether changes by others have not arrived for a while. */
export const useLost = (): boolean => useLasting(!useLiveState().up, quietMs)
