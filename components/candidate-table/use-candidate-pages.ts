'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CandidatePage, MarkedCandidate } from '@/lib/contracts/candidate'
import type { Job } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import type { View } from '@/lib/contracts/view'
import { bff } from '@/lib/query/bff'
import { toProblem } from '@/lib/query/http'
import { candidatesQuery, keys } from '@/lib/query/options'
import type { PageStart } from '@/lib/contracts/page-start'
import type { JobRef } from '@/lib/url/paths'
import { isUnfiltered, viewToSearch } from '@/lib/url/view'

/** A contiguous stretch of the rows that match one view. */
export type RowRange = {
  viewKey: string
  /** What they were searched for, and whether anything narrowed the list. */
  q: string
  filtered: boolean
  items: MarkedCandidate[]
  /** One per item, each once: a person who slid from one page to the next would otherwise be two rows of one name. */
  keys: string[]
  /** Row number of the first item. */
  firstIndex: number
  /** Rows that match, loaded into the browser or not. */
  count: number
  counts: CandidatePage['counts']
  job: Job
  /** When its last page was read, by this browser's clock. */
  readAt: number
}

export type CandidatePages = {
  /** Null before the first answer. May belong to the view before this one, while this one's rows are on their way. */
  range: RowRange | null
  /** The rows shown are not yet those of the view. */
  stale: boolean
  fetching: boolean
  problem: Problem | null
  /** Makes sure the rows around those on screen are loaded. */
  cover: (firstVisible: number, lastVisible: number) => void
  /** Starts again from another place of the same view. */
  jump: (start: PageStart) => void
  /** Reads the top of a view that is likely to be asked for next, so that it is here by then. */
  prepare: (view: View) => void
  retry: () => void
  start: PageStart
}

const freshMs = 60_000
const keptPages = 16
/** Fetch the neighbouring page before its first skeleton is seen. */
const ahead = 15
/** Beyond this many rows, walking there page by page takes longer than starting anew. */
const far = 200
/** How often a stretch whose row numbers do not join up is read again, before it is shown as it is. */
const maxRepairs = 2

// A page's rows stay the same objects for as long as the page does: what is drawn of them is not drawn again.
const marked = new WeakMap<CandidatePage, MarkedCandidate[]>()

function toRows(page: CandidatePage): MarkedCandidate[] {
  const known = marked.get(page)
  if (known) return known
  const rows = page.items.map((item) => {
    const mark = page.marks[item.applicationId]
    return mark ? { ...item, ...mark } : item
  })
  marked.set(page, rows)
  return rows
}

function assemble(viewKey: string, view: View, pages: CandidatePage[], readAt: number): RowRange | null {
  const [first] = pages
  if (!first) return null
  const last = pages.at(-1) ?? first
  const items = pages.flatMap(toRows)
  // Row numbers are of the moment of their page; whether a stretch begins or ends the list is said by its cursors.
  const firstIndex = first.prevCursor === null ? 0 : first.firstIndex
  const end = firstIndex + items.length
  // Stored rows are never taken away, so the page that counts most was read last.
  const newest = pages.reduce((a, b) => (b.counts.stored >= a.counts.stored ? b : a))
  const count = last.nextCursor === null ? end : Math.max(newest.counts.matched, end + 1)
  const seen = new Set<string>()
  const keys = items.map(({ applicationId }, at) => {
    const key = seen.has(applicationId) ? `${applicationId} ${firstIndex + at}` : applicationId
    seen.add(applicationId)
    return key
  })
  const { counts, job } = newest
  const { q } = view
  return { viewKey, q, filtered: !isUnfiltered(view), items, keys, firstIndex, count, counts, job, readAt }
}

/**
 * Rows of a view that was left before the list grew: their counts are of then, and would contradict those on screen.
 * They are read again before they are shown.
 */
const isOutdated = (loaded: RowRange, shown: RowRange): boolean =>
  loaded.job.revision < shown.job.revision && loaded.readAt < shown.readAt

/** People came or went between two pages of this stretch, so their row numbers no longer join up. */
function isTorn(pages: CandidatePage[]): boolean {
  return pages.some((page, at) => {
    const before = pages[at - 1]
    return before !== undefined && page.firstIndex !== before.firstIndex + before.items.length
  })
}

/** The rows of a view: one stretch, grown at both ends as the reader moves, and kept on screen until the next is here. */
export function useCandidatePages(ref: JobRef, view: View, initialStart: PageStart): CandidatePages {
  const viewKey = viewToSearch(view)
  const [anchor, setAnchor] = useState({ viewKey, start: initialStart })
  const start = anchor.viewKey === viewKey ? anchor.start : null

  const query = useInfiniteQuery({
    ...candidatesQuery(ref, view, start, (from, limit, signal) =>
      bff.candidates(ref, view, from, limit, signal),
    ),
    maxPages: keptPages,
    staleTime: freshMs,
  })
  const {
    data,
    dataUpdatedAt,
    error,
    isFetching,
    hasNextPage,
    hasPreviousPage,
    fetchNextPage,
    fetchPreviousPage,
    refetch,
  } = query

  const cached = useMemo(
    () => (data ? assemble(viewKey, view, data.pages, dataUpdatedAt) : null),
    [data, dataUpdatedAt, viewKey, view],
  )
  const [kept, setKept] = useState(cached)
  const outdated = cached !== null && kept !== null && isOutdated(cached, kept)
  const loaded = outdated ? null : cached
  if (loaded && loaded !== kept) setKept(loaded)
  const range = loaded ?? kept

  // The query refetches a stale view by itself; one that is still fresh by its age is refetched here.
  const unread = outdated && !isFetching && error === null
  useEffect(() => {
    if (unread) void refetch()
  }, [unread, refetch])

  const torn = data !== undefined && !isFetching && error === null && isTorn(data.pages)
  const repairs = useRef(0)
  useEffect(() => {
    repairs.current = 0
  }, [viewKey, start])
  useEffect(() => {
    if (!torn) return
    // A list that moves at every reading never joins up. Its people do all the same, since each page goes on from the
    // last one of the page before: a number that is off is no reason to read for ever.
    if (repairs.current >= maxRepairs) return
    repairs.current += 1
    void refetch()
  }, [torn, refetch])
  const whole = data !== undefined && !isFetching && !torn
  useEffect(() => {
    if (whole) repairs.current = 0
  }, [whole])

  const jump = useCallback((next: PageStart) => setAnchor({ viewKey, start: next }), [viewKey])
  const client = useQueryClient()

  const cover = useCallback(
    (firstVisible: number, lastVisible: number) => {
      if (!loaded || isFetching || error) return
      const end = loaded.firstIndex + loaded.items.length
      if (firstVisible > end + far || lastVisible < loaded.firstIndex - far) {
        const next = { at: Math.max(0, firstVisible - ahead) }
        // Pages kept from an earlier start there may have walked away since: they would be given again, without it.
        client.removeQueries({ queryKey: [...keys.candidates(ref), view, next], exact: true })
        jump(next)
      } else if (lastVisible >= end - ahead && hasNextPage) {
        void fetchNextPage()
      } else if (firstVisible < loaded.firstIndex + ahead && hasPreviousPage) {
        void fetchPreviousPage()
      }
    },
    [
      loaded,
      isFetching,
      error,
      hasNextPage,
      hasPreviousPage,
      fetchNextPage,
      fetchPreviousPage,
      jump,
      client,
      ref,
      view,
    ],
  )

  const prepare = useCallback(
    (next: View) =>
      void client.prefetchInfiniteQuery({
        ...candidatesQuery(ref, next, null, (from, limit, signal) =>
          bff.candidates(ref, next, from, limit, signal),
        ),
        staleTime: freshMs,
      }),
    [client, ref],
  )

  const retry = useCallback(() => {
    if (query.isFetchNextPageError) void fetchNextPage()
    else if (query.isFetchPreviousPageError) void fetchPreviousPage()
    else void refetch()
  }, [query.isFetchNextPageError, query.isFetchPreviousPageError, fetchNextPage, fetchPreviousPage, refetch])

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
