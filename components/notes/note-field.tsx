'use client'

import { AtSign } from 'lucide-react'
import { useId, useRef } from 'react'
import { Select } from '@/components/shared/select'
import { maxNoteLength } from '@/lib/contracts/notes'
import { useMembers } from './use-record'

type Props = { label: string; value: string; autoFocus?: boolean; onChange: (text: string) => void }

const look =
  'min-h-20 w-full resize-y rounded-control border border-edge bg-canvas px-2.5 py-1.5 text-ink placeholder:text-faint'

/** A note as it is written, and the colleagues to mention in it. */
export function NoteField({ label, value, autoFocus = false, onChange }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const members = useMembers()
  const mention = (name: string) => {
    const at = field.current?.selectionStart ?? value.length
    const before = value.slice(0, at)
    const gap = before === '' || /\s$/.test(before) ? '' : ' '
    onChange(`${before}${gap}@${name} ${value.slice(at)}`)
    field.current?.focus()
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        autoFocus={autoFocus}
        value={value}
        maxLength={maxNoteLength}
        placeholder={label}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        className={look}
      />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted">
        <Select
          label="Mention a colleague"
          value={null}
          options={members.map(({ id: value_, name }) => ({ value: value_ as string | null, label: name }))}
          onValueChange={(chosen) => {
            const member = members.find((each) => each.id === chosen)
            if (member) mention(member.name)
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
