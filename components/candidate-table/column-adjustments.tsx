'use client'

import { ArrowDown, ArrowUp, type LucideIcon, Minus, Plus } from 'lucide-react'
import { flushSync } from 'react-dom'
import { type ColumnId, getColumn } from '@/lib/domain/columns'
import type { ColumnEditorState } from './use-column-editor'

type Props = {
  id: ColumnId
  place: { first: boolean; last: boolean }
  /** Pixels, where the reader chose a width. */
  width: number | undefined
  shown: boolean
  editor: ColumnEditorState
}

type ActionProps = { icon: LucideIcon; label: string; disabled?: boolean; onPress: () => void }

function Action({ icon: Icon, label, disabled = false, onPress }: ActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={({ currentTarget }) => {
        if (disabled) return
        // A row that changes places is moved in the document, which takes the focus from its button.
        flushSync(onPress)
        currentTarget.focus()
      }}
      className="grid size-7 place-items-center rounded-control border border-line text-muted hover:bg-soft hover:text-ink aria-disabled:opacity-40"
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  )
}

/** What a drag does, by single presses: a column's place and its width. */
export function ColumnAdjustments({ id, place, width, shown, editor }: Props) {
  const { label } = getColumn(id)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 ps-8 pe-2 pb-2 text-note text-muted">
      <span className="flex items-center gap-1">
        <Action
          icon={ArrowUp}
          label={`Move ${label} up`}
          disabled={place.first}
          onPress={() => editor.step(id, -1)}
        />
        <Action
          icon={ArrowDown}
          label={`Move ${label} down`}
          disabled={place.last}
          onPress={() => editor.step(id, 1)}
        />
      </span>
      {shown ? (
        <span className="flex items-center gap-1">
          <Action icon={Minus} label={`Make ${label} narrower`} onPress={() => editor.resize(id, -1)} />
          <Action icon={Plus} label={`Make ${label} wider`} onPress={() => editor.resize(id, 1)} />
          <button
            type="button"
            aria-label={`Automatic width of ${label}`}
            aria-pressed={width === undefined}
            onClick={() => editor.resetWidth(id)}
            className="ms-1 h-7 rounded-control border border-line px-2 hover:bg-soft hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            Auto
          </button>
          {width === undefined ? null : <span className="ms-1 tabular-nums">{width} px</span>}
        </span>
      ) : null}
    </div>
  )
}
