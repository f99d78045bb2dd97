'use client'

import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { parseView, viewToSearch } from '@/lib/url/view'
import { writeScrollRecord } from './scroll-record'
import type { CandidatePages } from './use-candidate-pages'
import type { OpenRows } from './use-open-rows'
import type { useRowVirtualizer } from './use-row-virtualizer'
import type { Selection } from './use-selection'

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  rows: ReturnType<typeof useRowVirtualizer>
  start: CandidatePages['start']
  open: OpenRows['ids']
  selected: Selection['ids']
  viewKey: string
  /** Pathname of the list, without a person. */
  path: string
  /** How the list is still to be scrolled: until then nothing is saved. */
  task: RefObject<object | null>
}

/** The row at the upper edge, and how far it is scrolled beyond it. */
type Under = { key: string; index: number; start: number; offset: number }
const settleMs = 100

/**
 * Saves where a list is scrolled to, who is open and who is selected with the entry of the browser's history: shortly
 * after a change, and when the page is left. `look` reads where the list is now into `seen`.
 */
export function useScrollSaving({ scroller, rows, start, open, selected, viewKey, path, task }: Options) {
  const { virtualizer, headerHeight, rowHeight, openKeys } = rows
  const seen = useRef<{ scrollTop: number; under: Under | null }>({ scrollTop: 0, under: null })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const look = useCallback(() => {
    const scrollTop = scroller.current?.scrollTop ?? 0
    // The first row that is read, not one of which the header leaves a sliver.
    const edge = scrollTop + headerHeight + rowHeight / 2
    const item = virtualizer.getVirtualItemForOffset(edge)
    const under =
      // At the very top nothing is to be held: what comes, comes below.
      scrollTop > 0 && item && item.start <= edge
        ? { key: String(item.key), index: item.index, start: item.start, offset: scrollTop - item.start }
        : null
    seen.current = { scrollTop, under }
  }, [scroller, virtualizer, headerHeight, rowHeight])

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const { pathname, search } = window.location
    // Between a change of the view and its address, and on the way to another page, the entry is not ours to write.
    if (task.current || !pathname.startsWith(path) || viewToSearch(parseView(search)) !== viewKey) return
    const places = new Map([...openKeys.current.at].map(([index, id]) => [id, index]))
    writeScrollRecord({
      viewKey,
      scrollTop: seen.current.scrollTop,
      row: seen.current.under,
      open: open.map((id) => ({
        id,
        index: places.get(id) ?? null,
        height: virtualizer.itemSizeCache.get(id) ?? null,
      })),
      selected: [...selected],
      start,
    })
  }, [openKeys, virtualizer, path, viewKey, open, selected, start, task])

  const saveSoon = useCallback(() => {
    timer.current ??= setTimeout(save, settleMs)
  }, [save])

  useLayoutEffect(() => {
    const leave = () => {
      if (timer.current) save()
    }
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      leave()
    }
  }, [save])

  return { seen, look, saveSoon }
}
