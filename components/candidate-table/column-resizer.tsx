'use client'

import type { PointerEvent } from 'react'
import { type ColumnId, columnWidth, type TableLayout } from '@/lib/url/layout'
import { trackStyle } from './column-tracks'

type Props = { id: string; layout: TableLayout; change: (patch: Partial<TableLayout>) => void }

/** The edge of a column, to be dragged; a double click gives its width back to the table. Without a pointer, see the display options. */
export function ColumnResizer({ id, layout, change }: Props) {
  const column = id as ColumnId | 'name'
  const at = (width: number): TableLayout => {
    const { least, most } = columnWidth
    const bounded = Math.round(Math.min(most, Math.max(least, width)))
    return { ...layout, widths: { ...layout.widths, [column]: bounded } }
  }
  const widthNow = (handle: Element) => handle.parentElement?.getBoundingClientRect().width ?? 0

  // While it is dragged only the grid's properties change: no row is drawn anew.
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const grid = handle.closest<HTMLElement>('[data-tracks]')
    if (!grid || event.button !== 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    const from = event.clientX
    const width = widthNow(handle)
    const sign = getComputedStyle(grid).direction === 'rtl' ? -1 : 1
    let next = layout
    const move = ({ clientX }: globalThis.PointerEvent) => {
      next = at(width + sign * (clientX - from))
      for (const [name, value] of Object.entries(trackStyle(next)))
        grid.style.setProperty(name, String(value))
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
        const { [column]: _own, ...widths } = layout.widths
        change({ widths })
      }}
      className="absolute inset-y-0 end-0 z-1 w-3 cursor-col-resize touch-none after:absolute after:inset-y-2 after:end-1.5 after:w-px after:bg-line after:opacity-0 group-hover/head:after:opacity-100 hover:after:w-0.5 hover:after:bg-accent"
    />
  )
}
