'use client'

import { useCallback, useEffect, useRef } from 'react'
import { decisionCalls } from '@/lib/query/decisions'
import type { JobRef } from '@/lib/url/paths'

// Whoever is passed on the way to somebody else was not read.
const restMs = 800

/**
 * Tells the server that the reader opened somebody, and when they go on, for how long they were on screen. Decisions are
 * kept with both.
 * @returns for how long they are on screen by now, milliseconds
 */
export function useReading({ jobId, account }: JobRef, applicationId: string): () => number {
  const since = useRef(0)
  const shownMs = useCallback(() => Math.round(performance.now() - since.current), [])
  useEffect(() => {
    since.current = performance.now()
    const ref = { jobId, account }
    // The reader gains nothing from this record: if it cannot be saved, they are not told.
    const note = (shown?: number) =>
      void decisionCalls
        .noteOpened(ref, applicationId, shown === undefined ? {} : { shownMs: shown })
        // Unread, an answer keeps its connection busy.
        .then((answer) => answer.text())
        .catch(() => undefined)
    let noted = false
    const timer = setTimeout(() => {
      noted = true
      note()
    }, restMs)
    return () => {
      clearTimeout(timer)
      if (noted) note(shownMs())
    }
  }, [jobId, account, applicationId, shownMs])
  return shownMs
}
