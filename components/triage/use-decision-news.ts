'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useDecisionState } from '@/components/shared/use-decide'
import { findMarked } from '@/lib/query/marks'
import type { JobRef } from '@/lib/url/paths'
import type { PassStore } from './pass-store'

/** Keeps a pass to what became of its decisions: refused, or met by a colleague's. */
export function useDecisionNews(jobRef: JobRef, store: PassStore): void {
  const client = useQueryClient()
  const { clashes, refused } = useDecisionState()
  const met = useRef(new Set<string>())
  const known = useRef(refused)

  useEffect(() => {
    if (refused === null || refused === known.current) return
    known.current = refused
    const [one] = refused.step?.before ?? []
    if (one && refused.step?.people === 1) store.reopen(one[0], one[1]?.decision ?? null)
  }, [refused, store])

  // Of everybody there was a clash about, what stands now: theirs, until the reader puts their own in its place.
  useEffect(() => {
    for (const { applicationId } of clashes) met.current.add(applicationId)
    for (const id of met.current) {
      const found = findMarked(client, jobRef, id)
      if (found) store.note(id, found.mark.decision?.decision ?? null)
    }
  }, [clashes, client, jobRef, store])
}
