'use client'

import type { PointerEvent } from 'react'
import type { ColumnId } from '@/lib/domain/columns'
import { columnWidth, type TableLayout } from '@/lib/url/layout'
import { trackStyle } from './column-tracks'

type Props = { id: string; layout: TableLayout; change: (patch: Partial<TableLayout>) => void }

const bounded = (width: number) => Math.round(Math.min(columnWidth.most, Math.max(columnWidth.least, width)))

// Columns before the edge keep their width while it is dragged: were they to give way, it would leave the pointer behind.
function widthsBefore(cell: HTMLElement): Record<string, number> {
  const widths: Record<string, number> = {}
  for (let each = cell.previousElementSibling; each; each = each.previousElementSibling) {
    const column = each instanceof HTMLElement ? each.dataset['column'] : undefined
    if (column && column !== 'select') widths[column] = bounded(each.getBoundingClientRect().width)
  }
  return widths
}

/** The edge of a column, to be dragged; a double click gives its width back to the table. Without a pointer, see the display options. */
export function ColumnResizer({ id, layout, change }: Props) {
  // While it is dragged only the grid's properties change: no row is drawn anew.
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const tracks = handle.closest<HTMLElement>('[data-tracks]')
    const cell = handle.closest<HTMLElement>('[data-column]')
    if (!tracks || !cell || event.button !== 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    const from = event.clientX
    const sign = getComputedStyle(tracks).direction === 'rtl' ? -1 : 1
    const before = { ...layout.widths, ...widthsBefore(cell) }
    const { width } = cell.getBoundingClientRect()
    let next = layout
    const move = ({ clientX }: globalThis.PointerEvent) => {
      next = { ...layout, widths: { ...before, [id]: bounded(width + sign * (clientX - from)) } }
      for (const [name, value] of Object.entries(trackStyle(next)))
        tracks.style.setProperty(name, String(value))
    }
    const end = () => {
      handle.removeEventListener('pointermove', move)
      if (next !== layout) change({ widths: next.widths })
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end, { once: true })
  }

  return (
    <span
      aria-hidden
      onPointerDown={onPointerDown}
      onDoubleClick={() => {
        const { [id as ColumnId]: _own, ...widths } = layout.widths
        change({ widths })
      }}
      className="column-resizer"
    />
  )
}
