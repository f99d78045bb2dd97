'use client'

import { useEffect, useMemo } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { JobRef } from '@/lib/url/paths'
import type { CandidatePages } from './use-candidate-pages'
import type { useRowVirtualizer } from './use-row-virtualizer'
import { useSeenRows } from './use-seen-rows'

const none: MarkedCandidate[] = []

/** Loads the pages around the rows on screen, and records which news among them the reader has seen. */
export function useVisibleRows(
  jobRef: JobRef,
  { range, stale, cover }: CandidatePages,
  { virtualizer, placed }: ReturnType<typeof useRowVirtualizer>,
): void {
  const first = virtualizer.range?.startIndex
  const last = virtualizer.range?.endIndex
  useEffect(() => {
    if (placed && first !== undefined && last !== undefined) cover(first, last)
  }, [placed, first, last, cover])

  const visible = useMemo(() => {
    if (!range || !placed || stale || first === undefined || last === undefined) return none
    return range.items.slice(Math.max(0, first - range.firstIndex), Math.max(0, last + 1 - range.firstIndex))
  }, [range, placed, stale, first, last])
  useSeenRows({ jobRef, visible, revision: range?.job.revision ?? null })
}
