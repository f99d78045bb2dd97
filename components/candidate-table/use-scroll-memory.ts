'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { parseView, viewToSearch } from '@/lib/url/view'
import { toggleId } from './toggle-id'
import { readScrollRecord, type ScrollRecord, writeScrollRecord } from './scroll-record'
import type { RowRange } from './row-range'
import type { CandidatePages } from './use-candidate-pages'
import type { OpenRows } from './use-open-rows'
import type { useRowVirtualizer } from './use-row-virtualizer'
import type { Selection } from './use-selection'

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  rows: ReturnType<typeof useRowVirtualizer>
  pages: CandidatePages
  open: OpenRows
  selection: Selection
  viewKey: string
  /** Pathname of the list, without a person. */
  path: string
  /** The person an address names, to be brought into sight. */
  reveal: string | null
}

type Under = { key: string; index: number; start: number; offset: number }
type Task = { kind: 'top' } | { kind: 'record'; record: ScrollRecord } | { kind: 'reveal'; id: string }

const settleMs = 100

/**
 * Keeps what is under the eye where it is: over rows that arrive before it, over Back, Forward and reload; and brings a
 * reader to the person their link names. Returns the scroll handler of the scroller.
 */
export function useScrollMemory({ scroller, rows, pages, open, selection, viewKey, path, reveal }: Options) {
  const { virtualizer, placed, scrollMargin, headerHeight, rowHeight, openKeys } = rows
  const { range, start, jump } = pages
  const { ids, restore } = open
  const { ids: selected, set: setSelected } = selection
  const seen = useRef<{ scrollTop: number; under: Under | null }>({ scrollTop: 0, under: null })
  const task = useRef<Task | null>(null)
  const decided = useRef<string | null>(null)
  const before = useRef<RowRange | null>(null)
  const toFocus = useRef<string | null>(null)
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
      open: ids.map((id) => ({
        id,
        index: places.get(id) ?? null,
        height: virtualizer.itemSizeCache.get(id) ?? null,
      })),
      selected: [...selected],
      start,
    })
  }, [openKeys, virtualizer, path, viewKey, ids, selected, start])

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

  // Where to stand once this view's rows are here is decided when the view changes, not when they arrive.
  useLayoutEffect(() => {
    if (decided.current === viewKey) return
    const arrival = decided.current === null
    decided.current = viewKey
    const record = readScrollRecord(viewKey)
    if (record) {
      task.current = { kind: 'record', record }
      restore(record.open.map(({ id }) => id))
      setSelected(record.selected)
      if (record.start) jump(record.start)
    } else if (!arrival) {
      task.current = { kind: 'top' }
    }
  }, [viewKey, restore, setSelected, jump])

  useLayoutEffect(() => {
    if (reveal !== null) task.current ??= { kind: 'reveal', id: reveal }
  }, [reveal])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !range || !placed) return
    const indexOf = (key: string) => {
      const at = range.keys.indexOf(key)
      return at === -1 ? null : range.firstIndex + at
    }
    const startOf = (index: number) => virtualizer.measurementsCache[index]?.start ?? scrollMargin
    const run = (todo: Task): void => {
      if (todo.kind === 'top') {
        element.scrollTop = Math.min(element.scrollTop, Math.max(0, scrollMargin - headerHeight))
      } else if (todo.kind === 'reveal') {
        const index = indexOf(todo.id)
        // Found just now by loading: the rows around them are on their way.
        if (index === null) return void (task.current = todo)
        element.scrollTop = Math.max(0, startOf(index) - Math.max(headerHeight, element.clientHeight / 4))
        toFocus.current = todo.id
      } else {
        const { open: kept, row, scrollTop } = todo.record
        openKeys.current = {
          viewKey,
          at: new Map(kept.flatMap(({ id, index }) => (index === null ? [] : [[index, id] as const]))),
        }
        for (const { id, index, height } of kept) {
          const now = indexOf(id) ?? index
          if (now !== null && height !== null) virtualizer.resizeItem(now, height)
        }
        element.scrollTop = row ? startOf(indexOf(row.key) ?? row.index) + row.offset : scrollTop
      }
    }

    const todo = range.viewKey === viewKey ? task.current : null
    const { under } = seen.current
    if (todo) {
      task.current = null
      run(todo)
    } else if (before.current?.viewKey === range.viewKey && before.current !== range && under) {
      const index = indexOf(under.key)
      const shift = index === null ? 0 : startOf(index) - under.start
      if (Math.abs(shift) >= 1 && element.scrollTop > scrollMargin - headerHeight) element.scrollTop += shift
    }
    before.current = range
    look()
  }, [range, placed, viewKey, scroller, virtualizer, scrollMargin, headerHeight, openKeys, look])

  // The row numbers of what is open, for as long as their page may be let go.
  useLayoutEffect(() => {
    if (!range) return
    const known = openKeys.current.viewKey === range.viewKey ? openKeys.current.at : new Map<number, string>()
    const places = new Map([...known].map(([index, id]) => [id, index]))
    for (const id of ids) {
      const at = range.keys.indexOf(id)
      if (at !== -1) places.set(id, range.firstIndex + at)
    }
    openKeys.current = {
      viewKey: range.viewKey,
      at: new Map(ids.flatMap((id) => (places.has(id) ? [[places.get(id) ?? 0, id] as const] : []))),
    }
    saveSoon()
  }, [range, ids, selected, openKeys, saveSoon])

  useEffect(() => {
    if (toFocus.current === null) return
    const button = document.getElementById(toggleId(toFocus.current))
    if (!button) return
    toFocus.current = null
    button.focus({ preventScroll: true })
  })

  return useCallback(() => {
    look()
    saveSoon()
  }, [look, saveSoon])
}
