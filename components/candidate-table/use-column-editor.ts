'use client'

import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { type ColumnId, getColumn } from '@/lib/domain/columns'
import { columnWidth } from '@/lib/url/layout'
import { editorOrder, keepOrder, moveColumn } from './column-order'
import type { Layout } from './use-layout'

const widthStep = 32
const remPixels = 16

/** The columns of the editor in their order, and what its controls change. @param absent columns it does not list */
export function useColumnEditor({ layout, change }: Layout, absent: readonly ColumnId[]) {
  const { columns, pinned, widths } = layout
  const [stored, setStored] = useState<readonly ColumnId[]>(() => editorOrder(columns))
  const order = keepOrder(stored, columns)
  const listed = order.filter((id) => !absent.includes(id))

  const move = (id: ColumnId, target: ColumnId) => {
    const next = moveColumn(order, id, target)
    setStored(next)
    change({ columns: next.filter((each) => columns.includes(each)) })
  }
  return {
    listed,
    move,
    /** By one place among those listed: -1 up, 1 down. */
    step(id: ColumnId, by: -1 | 1) {
      const at = listed.indexOf(id) + by
      const target = listed[at]
      if (!target) return
      move(id, target)
      announce(`${getColumn(id).label} is at position ${at + 1} of ${listed.length}`)
    },
    toggleShown(id: ColumnId) {
      setStored(order)
      if (!columns.includes(id))
        return change({ columns: order.filter((each) => each === id || columns.includes(each)) })
      const without = (ids: readonly ColumnId[]) => ids.filter((each) => each !== id)
      change({ columns: without(columns), pinned: without(pinned) })
    },
    togglePinned: (id: ColumnId) =>
      change({ pinned: pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id] }),
    /** -1 narrower, 1 wider. */
    resize(id: ColumnId, by: -1 | 1) {
      const width = (widths[id] ?? getColumn(id).width.min * remPixels) + by * widthStep
      const bounded = Math.min(columnWidth.most, Math.max(columnWidth.least, width))
      change({ widths: { ...widths, [id]: bounded } })
      announce(`${getColumn(id).label} is ${bounded} pixels wide`)
    },
    resetWidth(id: ColumnId) {
      const { [id]: _own, ...rest } = widths
      change({ widths: rest })
    },
  }
}

export type ColumnEditorState = ReturnType<typeof useColumnEditor>
