'use client'

import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import {
  cellAt,
  findPlace,
  findTarget,
  firstInSight,
  type GridVirtualizer,
  header,
  nameCol,
  type Place,
} from './grid-cells'
import { useGridKeys } from './use-grid-keys'

type Options = {
  grid: RefObject<HTMLDivElement | null>
  virtualizer: GridVirtualizer
  rowCount: number
  /** Opens or closes a row, by its number. */
  onOpen: (row: number) => void
  /** Takes a row into the selection or out of it. */
  onSelect: (row: number) => void
}

/**
 * The grid as one stop of the Tab key: arrows, Home, End and the page keys move between its cells, wherever the list
 * is scrolled to; Enter opens, Space presses. What is inside an open row keeps its own place in the tab
 * order, and Escape leads back from there.
 */
export function useGridFocus({ grid, virtualizer, rowCount, onOpen, onSelect }: Options) {
  const at = useRef<Place>({ row: 0, col: nameCol })
  const stop = useRef<HTMLElement | null>(null)
  const wanted = useRef<Place | null>(null)

  const setStop = useCallback((element: HTMLElement | null) => {
    if (stop.current === element) return
    stop.current?.setAttribute('tabindex', '-1')
    element?.setAttribute('tabindex', '0')
    stop.current = element
  }, [])

  // Rows come and go under the reader: after each drawing exactly one cell is the way in, and a cell that was asked for
  // while it was out of sight takes the focus once it is here.
  useLayoutEffect(() => {
    const root = grid.current
    if (!root) return
    if (wanted.current) {
      const cell = cellAt(root, wanted.current)
      if (cell) {
        wanted.current = null
        findTarget(cell).focus({ preventScroll: true })
        return
      }
    }
    const row = firstInSight(virtualizer)
    // Its column may have gone as well: the name never does.
    const way =
      cellAt(root, at.current) ??
      cellAt(root, { row, col: at.current.col }) ??
      cellAt(root, { row: at.current.row, col: nameCol }) ??
      cellAt(root, { row, col: nameCol })
    setStop(way ? findTarget(way) : null)
  })

  const go = useCallback(
    (place: Place) => {
      const root = grid.current
      if (!root) return
      const cell = cellAt(root, place)
      if (place.row !== header) virtualizer.scrollToIndex(place.row, { align: 'auto' })
      else if (!cell) return
      else root.scrollIntoView({ block: 'nearest' })
      at.current = place
      if (cell) {
        findTarget(cell).focus({ preventScroll: place.row !== header })
        // Sideways the browser knows best; rows are brought into view above.
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      } else {
        wanted.current = place
      }
    },
    [grid, virtualizer],
  )

  const onKeyDown = useGridKeys({ at, virtualizer, rowCount, go, onOpen, onSelect })

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const place = findPlace(event.target)
      if (!place) return
      at.current = place
      const cell = event.target.closest<HTMLElement>('[data-col]')
      if (cell) setStop(findTarget(cell))
    },
    [setStop],
  )

  /** Where Tab comes into the grid; null while it has no cell. */
  const enter = useCallback(() => (stop.current?.isConnected ? stop.current : null), [])

  /** The row that has the focus, in its cells or in what is open under it; null without one. */
  const focusedRow = useCallback((): number | null => {
    const line = document.activeElement?.closest<HTMLElement>('[data-index]')
    return line && grid.current?.contains(line) ? Number(line.dataset['index']) : null
  }, [grid])

  /** Moves the focus by so many rows; from outside the rows it first comes to the one that it was on. */
  const step = useCallback(
    (rows: number) => {
      if (rowCount === 0) return
      const row = focusedRow()
      const to = row === null ? Math.max(0, at.current.row) : row + rows
      go({ row: Math.max(0, Math.min(rowCount - 1, to)), col: at.current.col })
    },
    [focusedRow, go, rowCount],
  )

  /** Moves the focus to somebody's name. */
  const goTo = useCallback((row: number) => go({ row, col: nameCol }), [go])

  return { onKeyDown, onFocus, enter, focusedRow, step, goTo }
}
