'use client'

import { AtSign } from 'lucide-react'
import { type KeyboardEvent, useCallback, useId, useRef } from 'react'
import { getCommand } from '@/components/shared/commands'
import { Select } from '@/components/shared/select'
import { useMemberLabel } from '@/components/shared/use-member-label'
import { maxNoteLength } from '@/lib/contracts/notes'
import { MentionOptions, mentionOptionId } from './mention-options'
import { useMentions } from './use-mentions'

type Props = {
  label: string
  value: string
  autoFocus?: boolean
  /** Is given the field, for what leads to it. */
  fieldRef?: (element: HTMLTextAreaElement | null) => void
  /** With the ids of the colleagues whose names in it were chosen from a list. */
  onChange: (text: string, mentions: readonly string[]) => void
}

const look =
  'min-h-20 w-full resize-y rounded-control border border-edge bg-canvas px-2.5 py-1.5 text-ink placeholder:text-faint'

/** A note as it is written, and the colleagues to mention in it: typed after an `@`, or chosen from all. */
export function NoteField({ label, value, autoFocus = false, fieldRef, onChange }: Props) {
  const id = useId()
  const listId = `${id}-list`
  const field = useRef<HTMLTextAreaElement>(null)
  const setField = useCallback(
    (element: HTMLTextAreaElement | null) => {
      field.current = element
      fieldRef?.(element)
    },
    [fieldRef],
  )
  const { members, offered, active, change, choose, insert, onKeyDown, follow } = useMentions(
    field,
    value,
    onChange,
  )
  const memberLabel = useMemberLabel()
  const shown = offered.length > 0
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (onKeyDown(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.form?.requestSubmit()
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      const back = getCommand('back')
      if (!back) return
      // The text stays: it is kept as a draft.
      event.preventDefault()
      event.stopPropagation()
      back()
    }
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="relative">
        <textarea
          ref={setField}
          id={id}
          dir="auto"
          autoFocus={autoFocus}
          value={value}
          maxLength={maxNoteLength}
          placeholder={label}
          aria-describedby={`${id}-hint`}
          // The role of a text field, which an area of several lines keeps, offers a list without being a combobox.
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown ? mentionOptionId(listId, active) : undefined}
          onChange={({ target }) => {
            change(target.value)
            follow(target.selectionStart)
          }}
          onBlur={() => follow(null)}
          onKeyDown={onKey}
          className={look}
        />
        {shown ? <MentionOptions id={listId} members={offered} active={active} onChoose={choose} /> : null}
      </div>
      <p role="status" className="sr-only">
        {shown ? `${offered.length} ${offered.length === 1 ? 'colleague' : 'colleagues'} to mention` : ''}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted">
        <Select
          label="Mention a colleague"
          value={null}
          options={members.map((each) => ({
            value: each.id as string | null,
            label: memberLabel(each, members),
          }))}
          onValueChange={(chosen) => {
            const member = members.find((each) => each.id === chosen)
            if (member) insert(member)
          }}
          face={
            <span className="inline-flex items-center gap-1">
              <AtSign aria-hidden className="size-3.5" /> Mention
            </span>
          }
          className="min-h-6 rounded-control px-1.5 hover:bg-soft hover:text-ink"
        />
        <span id={`${id}-hint`}>**bold**, *italic*, lists and links work.</span>
      </div>
    </div>
  )
}
