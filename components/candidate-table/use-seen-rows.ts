'use client'

import { useEffect, useRef } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { bff } from '@/lib/query/bff'
import type { JobRef } from '@/lib/url/paths'

const restMs = 1_200

type Options = {
  jobRef: JobRef
  /** The rows on the screen, where they are loaded. */
  visible: readonly MarkedCandidate[]
  /** Revision of the list they are shown from; null before there is one. */
  revision: number | null
}

/**
 * Tells the server which news a reader has looked at: rows that rested on their screen, in a tab that is in front. The
 * first time at a job it only says that they were here. They stay marked until the reader says otherwise, or comes again.
 */
export function useSeenRows({ jobRef, visible, revision }: Options): void {
  const sent = useRef({ revision: -1, visited: false, ids: new Set<string>() })
  useEffect(() => {
    if (revision === null) return
    if (sent.current.revision !== revision) sent.current = { revision, visited: false, ids: new Set() }
    const now = sent.current
    const { ids } = now
    const news = visible.filter((row) => (row.isNew || row.isRerated) && !ids.has(row.applicationId))
    if (visible.length === 0 || (now.visited && news.length === 0)) return
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return
      const applicationIds = news.map(({ applicationId }) => applicationId)
      now.visited = true
      for (const id of applicationIds) ids.add(id)
      bff.noteSeen(jobRef, { applicationIds, revision, looked: true }).catch(() => {
        // They stay news, and are sent again the next time they are on screen.
        for (const id of applicationIds) ids.delete(id)
      })
    }, restMs)
    return () => clearTimeout(timer)
  }, [jobRef, visible, revision])
}
