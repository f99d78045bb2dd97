'use client'

import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { drawnCols, findPlace, firstInSight, type GridVirtualizer, header, type Place } from './grid-cells'

type Options = {
  /** Where the focus was last. */
  at: RefObject<Place>
  virtualizer: GridVirtualizer
  rowCount: number
  /** Moves the focus. */
  go: (place: Place) => void
  /** Opens or closes a row, by its number. */
  onOpen: (row: number) => void
  /** Takes a row into the selection or out of it. */
  onSelect: (row: number) => void
}

/** A cell itself, or the name that opens its row: neither does anything with Enter and Space of its own. */
const opensRow = (element: HTMLElement) =>
  element.dataset['col'] !== undefined || (element.ariaExpanded !== null && element.ariaHasPopup === null)

type Moving = Pick<Options, 'virtualizer' | 'rowCount'> & {
  grid: HTMLElement
  /** To the ends of the list, not of the row. */
  jump: boolean
}

/** Where each key leads from a place, by the key's name. The row may be beyond the ends of the list. */
function getMoves(
  place: Place,
  { grid, virtualizer, rowCount, jump }: Moving,
): Record<string, Place | undefined> {
  const cols = drawnCols(grid, place)
  const [first = 0, last = 0] = [cols[0], cols.at(-1)]
  const beside = (by: number) => cols[cols.indexOf(place.col) + by] ?? place.col
  const page = Math.max(
    1,
    Math.floor((virtualizer.scrollRect?.height ?? 0) / virtualizer.options.estimateSize(0)) - 2,
  )
  const rtl = getComputedStyle(grid).direction === 'rtl' ? -1 : 1
  return {
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
}

/**
 * The keys of the grid: arrows, Home, End and the page keys move between its cells, Enter opens, Space presses, and
 * Escape leads back from what is inside an open row. Returns the handler of the grid.
 */
export function useGridKeys({ at, virtualizer, rowCount, go, onOpen, onSelect }: Options) {
  return useCallback(
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
      const jump = event.ctrlKey || event.metaKey
      const next = getMoves(place, { grid: currentTarget, virtualizer, rowCount, jump })[key]
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
    [at, go, rowCount, onOpen, onSelect, virtualizer],
  )
}
