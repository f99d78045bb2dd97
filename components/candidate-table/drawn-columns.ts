import type { CSSProperties } from 'react'
import { type ColumnKey, fixedColumns } from '@/lib/domain/columns'
import type { TableLayout } from '@/lib/url/layout'
import { isPinned, shownColumns, staysBeside } from './column-tracks'
import { getCell } from './columns'

/** A column as each row draws it. */
export type DrawnColumn = {
  key: ColumnKey
  /** Where its cells stand: pinned or not, first or not. */
  placement: string
  style: CSSProperties | undefined
  /** Of a cell, beside its placement. */
  cellClass: string
}

const pinned = 'sticky z-1 bg-inherit card:static'
// Focus that comes back to a cell brings it out from under the pinned ones.
const unpinned = 'scroll-ms-(--pinned)'

function drawColumns(layout: TableLayout): DrawnColumn[] {
  const keys = shownColumns(layout)
  const lastPinned = keys.findLast((key) => isPinned(layout, key))
  return keys.map((key, at) => {
    const sticks = isPinned(layout, key)
    const edge = key === lastPinned ? 'pinned-edge' : ''
    const inset = at === 0 ? 'ps-3 card:ps-0' : ''
    // Where few are left, those that a reader pinned have nothing to stick to.
    const beside = staysBeside(key)
      ? sticks && !fixedColumns.includes(key)
        ? 'beside:static'
        : ''
      : 'beside:hidden'
    return {
      key,
      placement: `${sticks ? `${pinned} ${edge}` : unpinned} ${inset} ${beside}`,
      style: sticks ? { insetInlineStart: `var(--at-${key})` } : undefined,
      cellClass: getCell(key).className,
    }
  })
}

// Every row asks for the same: worked out once for each arrangement of the table.
const drawn = new WeakMap<TableLayout, DrawnColumn[]>()

/** @returns the columns of a layout in the order they are drawn in */
export function drawnColumns(layout: TableLayout): DrawnColumn[] {
  const known = drawn.get(layout)
  if (known) return known
  const columns = drawColumns(layout)
  drawn.set(layout, columns)
  return columns
}
