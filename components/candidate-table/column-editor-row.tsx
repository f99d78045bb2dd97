'use client'

import { useSortable } from '@dnd-kit/sortable'
import { ChevronRight, Eye, EyeOff, GripVertical, Pin } from 'lucide-react'
import { type ColumnId, getColumn } from '@/lib/domain/columns'
import type { TableLayout } from '@/lib/url/layout'
import { ColumnAdjustments } from './column-adjustments'
import type { ColumnEditorState } from './use-column-editor'

type Props = {
  id: ColumnId
  place: { first: boolean; last: boolean }
  layout: TableLayout
  editor: ColumnEditorState
  /** Its adjustments are open below it. */
  expanded: boolean
  onExpand: () => void
}

const iconButton =
  'grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink disabled:invisible'

function useSortableRow(id: ColumnId) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging, over } =
    useSortable({ id, transition: { duration: 120, easing: 'ease' } })
  return {
    row: {
      ref: setNodeRef,
      style: transform ? { transform: `translateY(${transform.y}px)`, transition } : undefined,
      // Lifted once it can move: until the rows are measured, no key moves it.
      'data-dragging': (isDragging && over !== null) || undefined,
    },
    handle: { ref: setActivatorNodeRef, ...attributes, ...listeners },
  }
}

/** One column: drag it by its handle, open its adjustments by its name, pin it, show or hide it. */
export function ColumnEditorRow({ id, place, layout, editor, expanded, onExpand }: Props) {
  const { label } = getColumn(id)
  const { row, handle } = useSortableRow(id)
  const shown = layout.columns.includes(id)
  const pinned = layout.pinned.includes(id)
  const EyeIcon = shown ? Eye : EyeOff
  return (
    <li
      {...row}
      className="relative rounded-control bg-panel data-dragging:z-1 data-dragging:shadow-float data-dragging:outline data-dragging:outline-line motion-reduce:transition-none!"
    >
      <div className="flex items-center">
        <button
          type="button"
          {...handle}
          aria-label={`Move ${label}`}
          className={`${iconButton} -ms-1.5 cursor-grab touch-none text-faint in-data-dragging:cursor-grabbing in-data-dragging:text-ink`}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <button
          type="button"
          aria-expanded={expanded}
          onClick={onExpand}
          className="group/name flex h-8 min-w-0 flex-1 items-center gap-1 rounded-control px-1.5 text-start hover:bg-soft"
        >
          <span className={`truncate ${shown ? '' : 'text-muted'}`}>{label}</span>
          <ChevronRight
            aria-hidden
            className={`size-3.5 shrink-0 text-faint transition-transform duration-quick ${expanded ? 'rotate-90' : 'rtl:-scale-x-100'}`}
          />
        </button>
        <button
          type="button"
          aria-label={`Pin ${label}`}
          aria-pressed={pinned}
          disabled={!shown}
          onClick={() => editor.togglePinned(id)}
          className={`${iconButton} aria-pressed:text-accent`}
        >
          <Pin aria-hidden className={`size-4 ${pinned ? 'fill-current' : ''}`} />
        </button>
        <button
          type="button"
          aria-label={`Show ${label}`}
          aria-pressed={shown}
          onClick={() => editor.toggleShown(id)}
          className={`${iconButton} aria-[pressed=false]:text-faint`}
        >
          <EyeIcon aria-hidden className="size-4" />
        </button>
      </div>
      {expanded ? (
        <ColumnAdjustments id={id} place={place} width={layout.widths[id]} shown={shown} editor={editor} />
      ) : null}
    </li>
  )
}
