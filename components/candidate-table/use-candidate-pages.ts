'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { PageStart } from '@/lib/contracts/page-start'
import type { Problem } from '@/lib/contracts/problem'
import type { View } from '@/lib/contracts/view'
import { bff } from '@/lib/query/bff'
import { toProblem } from '@/lib/query/http'
import { candidatesQuery, keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { joinPages, type RowRange } from './row-range'
import { useGapRepair, useShownRange } from './use-shown-range'

export type CandidatePages = {
  /** Null before the first answer. May belong to the previous view while the rows of this one are being fetched. */
  range: RowRange | null
  /** The rows shown do not belong to the view yet. */
  stale: boolean
  fetching: boolean
  problem: Problem | null
  /** Makes sure the rows around those on screen are loaded. */
  cover: (firstVisible: number, lastVisible: number) => void
  /** Starts again from another place of the same view. */
  jump: (start: PageStart) => void
  /** Prefetches the top of a view that is likely to be next. */
  prepare: (view: View) => void
  retry: () => void
  start: PageStart
}

const freshMs = 60_000
const maxPages = 16
/** Rows before the edge of what is loaded at which the neighbouring page is fetched, so that no skeleton is seen. */
const aheadRows = 15
/** Beyond this many rows, fetching page by page takes longer than starting again at the place. */
const farRows = 200

const pagesQuery = (ref: JobRef, view: View, start: PageStart) =>
  candidatesQuery(ref, view, start, (from, limit, signal) => bff.candidates(ref, view, from, limit, signal))

/** Reads the neighbouring pages as the reader scrolls, or jumps to a place that is far from what is loaded. */
function useCover(query: PagesQuery, loaded: RowRange | null, jumpTo: (at: number) => void) {
  const { error, isFetching, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage } = query
  const idle = loaded !== null && !isFetching && !error
  return useCallback(
    (firstVisible: number, lastVisible: number) => {
      if (!idle) return
      const end = loaded.firstIndex + loaded.items.length
      if (firstVisible > end + farRows || lastVisible < loaded.firstIndex - farRows) {
        jumpTo(Math.max(0, firstVisible - aheadRows))
      } else if (lastVisible >= end - aheadRows && hasNextPage) {
        void fetchNextPage()
      } else if (firstVisible < loaded.firstIndex + aheadRows && hasPreviousPage) {
        void fetchPreviousPage()
      }
    },
    [idle, loaded, jumpTo, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage],
  )
}

const usePagesQuery = (ref: JobRef, view: View, start: PageStart) =>
  useInfiniteQuery({ ...pagesQuery(ref, view, start), maxPages, staleTime: freshMs })
type PagesQuery = ReturnType<typeof usePagesQuery>

/** The rows of a view: one stretch, grown at both ends as the reader scrolls, and on screen until the next view's rows come. */
export function useCandidatePages(ref: JobRef, view: View, initialStart: PageStart): CandidatePages {
  const viewKey = viewToSearch(view)
  const [anchor, setAnchor] = useState({ viewKey, start: initialStart })
  const start = anchor.viewKey === viewKey ? anchor.start : null
  const client = useQueryClient()
  const query = usePagesQuery(ref, view, start)
  const { data, dataUpdatedAt, error, isFetching, fetchNextPage, fetchPreviousPage, refetch } = query

  const cached = useMemo(
    () => (data ? joinPages(viewKey, view, data.pages, dataUpdatedAt) : null),
    [data, dataUpdatedAt, viewKey, view],
  )
  const reading = { settled: !isFetching && error === null, refetch }
  const { range, loaded } = useShownRange(cached, reading)
  const listKey = useMemo(() => ({ viewKey, start }), [viewKey, start])
  useGapRepair(data?.pages, listKey, reading)

  const jump = useCallback((next: PageStart) => setAnchor({ viewKey, start: next }), [viewKey])
  const jumpTo = useCallback(
    (at: number) => {
      // Pages cached from an earlier start there may have grown past it: they would come back without the place.
      client.removeQueries({ queryKey: [...keys.candidates(ref), view, { at }], exact: true })
      jump({ at })
    },
    [client, ref, view, jump],
  )
  const cover = useCover(query, loaded, jumpTo)
  const prepare = useCallback(
    (next: View) => void client.prefetchInfiniteQuery({ ...pagesQuery(ref, next, null), staleTime: freshMs }),
    [client, ref],
  )
  const { isFetchNextPageError, isFetchPreviousPageError } = query
  const retry = useCallback(() => {
    if (isFetchNextPageError) void fetchNextPage()
    else if (isFetchPreviousPageError) void fetchPreviousPage()
    else void refetch()
  }, [isFetchNextPageError, isFetchPreviousPageError, fetchNextPage, fetchPreviousPage, refetch])

  return {
    range,
    stale: range !== null && range.viewKey !== viewKey,
    fetching: isFetching,
    problem: error ? toProblem(error) : null,
    cover,
    jump,
    prepare,
    retry,
    start,
  }
}
