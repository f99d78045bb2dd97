'use client'

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'

/** A place in the grid: `row` from 0, the header is -1; `col` from 0. */
type Place = { row: number; col: number }

const header = -1
const nameCol = 1

type Options = {
  grid: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  rowCount: number
  /** Opens or closes a row, by its number. */
  onOpen: (row: number) => void
  /** Takes a row into the selection or out of it. */
  onSelect: (row: number) => void
}

/** A cell itself, or the name that opens its row: neither does anything with Enter and Space of its own. */
const opensRow = (element: HTMLElement) =>
  element.dataset['col'] !== undefined || (element.ariaExpanded !== null && element.ariaHasPopup === null)

/** What of a cell takes the focus: its one control, else the cell itself. */
const findTarget = (cell: HTMLElement): HTMLElement => cell.querySelector<HTMLElement>('[data-focus]') ?? cell

function cellAt(grid: HTMLElement, { row, col }: Place): HTMLElement | null {
  const line = row === header ? '[data-head]' : `[data-index="${row}"]`
  const cell = grid.querySelector<HTMLElement>(`${line} [data-col="${col}"]`)
  // Cards have no header.
  return cell && cell.getClientRects().length > 0 ? cell : null
}

/** The columns of a row that are drawn: beside an open person there are few, and cards have their own. */
const drawnCols = (grid: HTMLElement, { row }: Place): number[] =>
  [
    ...grid.querySelectorAll<HTMLElement>(
      `${row === header ? '[data-head]' : `[data-index="${row}"]`} [data-col]`,
    ),
  ]
    .filter((cell) => cell.getClientRects().length > 0)
    .map((cell) => Number(cell.dataset['col']))

const firstInSight = (virtualizer: Options['virtualizer']): number =>
  virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0)?.index ?? 0

function findPlace(element: EventTarget | null): Place | null {
  if (!(element instanceof HTMLElement)) return null
  const cell = element.closest<HTMLElement>('[data-col]')
  const line = cell?.closest<HTMLElement>('[data-index], [data-head]')
  if (!cell || !line) return null
  const { index } = line.dataset
  return { row: index === undefined ? header : Number(index), col: Number(cell.dataset['col']) }
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

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { key, target, currentTarget } = event
      if (!(target instanceof HTMLElement) || event.altKey) return
      const place = findPlace(target)
      if (!place) {
        const line = target.closest<HTMLElement>('[data-index]')
        if (key === 'Escape' && line && target.closest('[data-panel]')) {
          event.stopPropagation()
          go({ row: Number(line.dataset['index']), col: at.current.col })
        }
        return
      }
      // A select keeps the keys that open it.
      if (target.matches('[role=combobox]') && key !== 'ArrowLeft' && key !== 'ArrowRight') return
      const cols = drawnCols(currentTarget, place)
      const [first = 0, last = 0] = [cols[0], cols.at(-1)]
      const beside = (by: number) => cols[cols.indexOf(place.col) + by] ?? place.col
      const jump = event.ctrlKey || event.metaKey
      const page = Math.max(
        1,
        Math.floor((virtualizer.scrollRect?.height ?? 0) / virtualizer.options.estimateSize(0)) - 2,
      )
      const rtl = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
      const moves: Record<string, Place | undefined> = {
        ArrowUp: { ...place, row: place.row - 1 },
        // The header stays in sight wherever the list is scrolled to: below it is the first row that does too.
        ArrowDown: { ...place, row: place.row === header ? firstInSight(virtualizer) : place.row + 1 },
        ArrowLeft: { ...place, col: beside(-rtl) },
        ArrowRight: { ...place, col: beside(rtl) },
        Home: jump ? { row: 0, col: first } : { ...place, col: first },
        End: jump ? { row: rowCount - 1, col: last } : { ...place, col: last },
        PageUp: place.row === header ? undefined : { ...place, row: Math.max(0, place.row - page) },
        PageDown: { ...place, row: place.row + page },
      }
      const next = moves[key]
      if (next && !event.shiftKey) {
        event.preventDefault()
        const row = Math.max(header, Math.min(rowCount - 1, next.row))
        go({ row, col: next.col })
      } else if (place.row === header || jump) {
        return
      } else if (key === ' ' && event.shiftKey) {
        event.preventDefault()
        onSelect(place.row)
      } else if ((key === 'Enter' || key === ' ') && opensRow(target)) {
        event.preventDefault()
        onOpen(place.row)
      }
    },
    [go, rowCount, onOpen, onSelect, virtualizer],
  )

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
