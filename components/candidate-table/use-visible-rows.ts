'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { JobRef } from '@/lib/url/paths'
import type { RowRange } from './row-range'
import type { CandidatePages } from './use-candidate-pages'
import type { useRowVirtualizer } from './use-row-virtualizer'
import { useSeenRows } from './use-seen-rows'

const none: MarkedCandidate[] = []
// A reader who moved by fewer has not begun to read on.
const stillRows = 2

const isLoaded = ({ firstIndex, items }: RowRange, first: number, last: number) =>
  first >= firstIndex && last < firstIndex + items.length

/** Loads the pages around the rows on screen, and records which news among them the reader has seen. */
export function useVisibleRows(
  jobRef: JobRef,
  { range, stale, cover }: CandidatePages,
  { virtualizer, measured }: ReturnType<typeof useRowVirtualizer>,
): void {
  const first = virtualizer.range?.startIndex
  const last = virtualizer.range?.endIndex
  const arrivedAt = useRef<number | null>(null)
  useEffect(() => {
    if (!measured || first === undefined || last === undefined) return
    arrivedAt.current ??= first
    // A page opens with what is on its screen: more is read once somebody moves on it, not while it comes to life.
    const stays = Math.abs(first - arrivedAt.current) <= stillRows
    if (!stays || !range || !isLoaded(range, first, last)) cover(first, last)
  }, [measured, range, first, last, cover])

  const visible = useMemo(() => {
    if (!range || !measured || stale || first === undefined || last === undefined) return none
    return range.items.slice(Math.max(0, first - range.firstIndex), Math.max(0, last + 1 - range.firstIndex))
  }, [range, measured, stale, first, last])
  useSeenRows({ jobRef, visible, revision: range?.job.revision ?? null })
}
