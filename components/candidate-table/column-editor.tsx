'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useRef, useState } from 'react'
import { type ColumnId, columnIds, getColumn } from '@/lib/domain/columns'
import { ColumnEditorRow } from './column-editor-row'
import { useColumnEditor } from './use-column-editor'
import type { Layout } from './use-layout'

type Props = {
  display: Layout
  /** Columns this list has nothing to show in. */
  absent: readonly ColumnId[]
  onDragging: (dragging: boolean) => void
}

const vertical: Modifier = ({ transform }) => ({ ...transform, x: 0 })
const toId = (id: unknown) => columnIds.find((known) => known === id)
const label = (id: unknown) => getColumn(String(id)).label

const instructions =
  'To move a column, press Space or Enter, then the up and down arrow keys. Press Space or Enter again to drop it, or Escape to cancel.'

function useAnnouncements(listed: readonly ColumnId[]): Announcements {
  const justLifted = useRef(false)
  const place = (id: unknown) => `position ${listed.findIndex((each) => each === id) + 1} of ${listed.length}`
  return {
    onDragStart({ active }) {
      justLifted.current = true
      return `Picked up ${label(active.id)}, ${place(active.id)}.`
    },
    onDragOver({ active, over }) {
      // A column is over its own place as soon as it is lifted: that must not replace the announcement before.
      const lifted = justLifted.current
      justLifted.current = false
      if (lifted && over?.id === active.id) return undefined
      return over
        ? `${label(active.id)} is at ${place(over.id)}.`
        : `${label(active.id)} is outside the list.`
    },
    onDragEnd: ({ active, over }) => `${label(active.id)} dropped at ${place((over ?? active).id)}.`,
    onDragCancel: ({ active }) => `Move cancelled. ${label(active.id)} is back at ${place(active.id)}.`,
  }
}

/** The columns of the table: a row each, to drag into another order, show or hide, pin, and set a width. */
export function ColumnEditor({ display, absent, onDragging }: Props) {
  const editor = useColumnEditor(display, absent)
  const [expanded, setExpanded] = useState<ColumnId | null>(null)
  const sensors = useSensors(
    // A few pixels of travel tell a drag from a press.
    useSensor(PointerSensor, { activationConstraint: { distance: 3 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates, scrollBehavior: 'auto' }),
  )
  const { listed } = editor
  const announcements = useAnnouncements(listed)
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    onDragging(false)
    const [id, target] = [toId(active.id), toId(over?.id)]
    if (id && target && id !== target) editor.move(id, target)
  }
  return (
    <DndContext
      id="columns"
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[vertical]}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: instructions },
      }}
      onDragStart={() => {
        setExpanded(null)
        onDragging(true)
      }}
      onDragEnd={onDragEnd}
      onDragCancel={() => onDragging(false)}
    >
      <SortableContext items={[...listed]} strategy={verticalListSortingStrategy}>
        <ul aria-label="Columns">
          {listed.map((id, at) => (
            <ColumnEditorRow
              key={id}
              id={id}
              place={{ first: at === 0, last: at === listed.length - 1 }}
              layout={display.layout}
              editor={editor}
              expanded={expanded === id}
              onExpand={() => setExpanded(expanded === id ? null : id)}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}
