'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { toggleId } from './toggle-id'
import { readScrollRecord, type ScrollRecord } from './scroll-record'
import type { RowRange } from './row-range'
import type { CandidatePages } from './use-candidate-pages'
import { useOpenPlaces } from './use-open-places'
import type { OpenRows } from './use-open-rows'
import type { useRowVirtualizer } from './use-row-virtualizer'
import { useScrollSaving } from './use-scroll-saving'
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

type Task = { kind: 'top' } | { kind: 'record'; record: ScrollRecord } | { kind: 'reveal'; id: string }

/**
 * Keeps what is under the eye where it is: over rows that arrive before it, over Back, Forward and reload; and brings a
 * reader to the person their link names. Returns the scroll handler of the scroller.
 */
export function useScrollMemory({ scroller, rows, pages, open, selection, viewKey, path, reveal }: Options) {
  const { virtualizer, prepare, placed, scrollMargin, headerHeight, openKeys } = rows
  const { range, start, jump } = pages
  const { ids, restore } = open
  const { ids: selected, set: setSelected } = selection
  const task = useRef<Task | null>(null)
  const decided = useRef<string | null>(null)
  const before = useRef<RowRange | null>(null)
  const toFocus = useRef<string | null>(null)

  const { seen, look, saveSoon } = useScrollSaving({
    scroller,
    rows,
    start,
    open: ids,
    selected,
    viewKey,
    path,
    task,
  })

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
    if (task.current) prepare()
  }, [viewKey, restore, setSelected, jump, prepare])

  useLayoutEffect(() => {
    if (reveal === null) return
    task.current ??= { kind: 'reveal', id: reveal }
    prepare()
  }, [reveal, prepare])

  useLayoutEffect(() => {
    const element = scroller.current
    // Nobody is found among rows that are not measured; the top is where it is.
    if (!element || !range || (!placed && task.current?.kind !== 'top')) return
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
  }, [range, placed, viewKey, scroller, virtualizer, scrollMargin, headerHeight, openKeys, seen, look])

  useOpenPlaces({ range, open: ids, selected, openKeys, saveSoon })

  useFocusOnceDrawn(toFocus)

  return useCallback(() => {
    look()
    saveSoon()
  }, [look, saveSoon])
}

/** Gives the focus to the toggle of a person's row, once that row is drawn. */
function useFocusOnceDrawn(person: RefObject<string | null>) {
  useEffect(() => {
    if (person.current === null) return
    const button = document.getElementById(toggleId(person.current))
    if (!button) return
    person.current = null
    button.focus({ preventScroll: true })
  })
}
