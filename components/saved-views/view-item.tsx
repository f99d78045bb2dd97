'use client'

import { useRef } from 'react'
import { Bdi } from '@/components/shared/text'
import { Ellipsis } from '@/components/ui/icons'
import type { SavedView } from '@/lib/contracts/saved-views'
import { savedViewPath } from '@/lib/url/opening-view'
import type { JobRef } from '@/lib/url/paths'
import { unreadWords } from './unread-words'
import { ViewEditor } from './view-editor'
import { ViewRow } from './view-row'

type Props = {
  jobRef: JobRef
  view: SavedView
  count: number | null
  current: boolean
  editing: boolean
  onOpen: () => void
  onEdit: (editing: boolean) => void
  onDeleted: () => void
}

/** A saved view in the list, with what can be changed about it below. */
export function ViewItem(props: Props) {
  const { jobRef, view, count, current, editing, onOpen, onEdit, onDeleted } = props
  const toggle = useRef<HTMLButtonElement>(null)
  const notes = [view.myDefault ? 'My default' : '', view.teamDefault ? 'Team’s default' : ''].filter(Boolean)
  return (
    <li>
      <ViewRow {...{ name: view.name, current, notes, count, onOpen }} href={savedViewPath(jobRef, view)}>
        <button
          ref={toggle}
          type="button"
          aria-label={`Change ${view.name}`}
          aria-expanded={editing}
          onClick={() => onEdit(!editing)}
          className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink aria-expanded:bg-soft card:size-11"
        >
          <Ellipsis className="size-4" />
        </button>
      </ViewRow>
      {view.unread.length > 0 ? (
        <p className="ps-7 pb-1 text-small wrap-anywhere text-muted">
          Not understood: <Bdi>{unreadWords(view.unread)}</Bdi>
        </p>
      ) : null}
      {editing ? <ViewEditor {...{ jobRef, view, onDeleted }} /> : null}
    </li>
  )
}
