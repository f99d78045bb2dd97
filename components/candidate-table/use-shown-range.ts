'use client'

import { useEffect, useRef, useState } from 'react'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { hasGap, isOutdated, type RowRange } from './row-range'

/** How often pages whose row numbers do not join up are refetched before they are shown as they are. */
const maxRepairs = 2

type Reading = {
  /** Nothing is being fetched, and the last fetch succeeded. */
  settled: boolean
  refetch: () => Promise<unknown>
}

/**
 * The rows on screen: those of the view, or the last ones until they are here.
 * @returns `loaded` is null while the rows shown belong to another view, or to an older list
 */
export function useShownRange(cached: RowRange | null, { settled, refetch }: Reading) {
  const [shown, setShown] = useState(cached)
  const outdated = cached !== null && shown !== null && isOutdated(cached, shown)
  const loaded = outdated ? null : cached
  if (loaded && loaded !== shown) setShown(loaded)

  // React Query refetches stale data; this refetches data that is outdated but not stale yet.
  const unread = outdated && settled
  useEffect(() => {
    if (unread) void refetch()
  }, [unread, refetch])
  return { range: loaded ?? shown, loaded }
}

/** Refetches pages between which people came or went. @param listKey another value for each list of pages */
export function useGapRepair(pages: CandidatePage[] | undefined, listKey: unknown, reading: Reading): void {
  const { settled, refetch } = reading
  const gap = pages !== undefined && settled && hasGap(pages)
  const whole = pages !== undefined && settled && !gap
  const repairs = useRef(0)
  useEffect(() => {
    repairs.current = 0
  }, [listKey])
  useEffect(() => {
    if (whole) repairs.current = 0
  }, [whole])
  useEffect(() => {
    // A list that changes with every fetch never joins up, but it can be read: each page goes on from the last person
    // of the page before.
    if (!gap || repairs.current >= maxRepairs) return
    repairs.current += 1
    void refetch()
  }, [gap, refetch])
}
