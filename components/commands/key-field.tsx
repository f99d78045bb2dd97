'use client'

import { useId, useState } from 'react'
import { readPress } from '@/components/shared/key-press'
import { Button } from '@/components/ui/button'
import { commandLabels } from '@/lib/domain/command-labels'
import type { CommandId } from '@/lib/domain/commands'
import { findKeyConflict } from '@/lib/domain/key-conflict'
import { keysText } from '@/lib/domain/key-words'
import type { KeySettings } from '@/lib/contracts/member-settings'

type Props = {
  id: CommandId
  settings: KeySettings
  onSave: (keys: string) => void
  onCancel: () => void
}

const own = ['Tab', 'Shift+Tab', 'Escape', 'Enter', 'Backspace', 'Delete']

/** Takes the one or two keys that a command shall have, by pressing them. */
export function KeyField({ id, settings, onSave, onCancel }: Props) {
  const noteId = useId()
  const [keys, setKeys] = useState<string | null>(null)
  const conflict = keys === null ? null : findKeyConflict(id, keys, settings)
  const wrong =
    conflict === null
      ? null
      : conflict === 'invalid'
        ? 'Use one or two letters, digits or signs.'
        : `${keysText(keys ?? '')} is taken by “${commandLabels[conflict]}”.`
  const save = () => (keys !== null && conflict === null ? onSave(keys) : undefined)

  const press = (pressed: string) => {
    if (pressed === 'Enter') save()
    else if (pressed === 'Escape') onCancel()
    else if (pressed === 'Backspace' || pressed === 'Delete') setKeys('')
    else setKeys(keys === null || keys === '' || keys.includes(' ') ? pressed : `${keys} ${pressed}`)
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        autoFocus
        aria-label={`New keys for “${commandLabels[id]}”`}
        aria-describedby={noteId}
        aria-invalid={wrong !== null || undefined}
        value={keys === null ? '' : keys === '' ? 'None' : keysText(keys)}
        placeholder="Press keys"
        onKeyDown={(event) => {
          const pressed = readPress(event.nativeEvent)
          if (pressed === null || pressed.includes('mod+')) return
          if (pressed !== 'Tab' && pressed !== 'Shift+Tab') event.preventDefault()
          if (own.includes(pressed) || pressed.replace('Shift+', '').length === 1) {
            if (!pressed.endsWith('Tab')) press(pressed)
          }
        }}
        className="h-8 w-32 rounded-control border border-edge bg-canvas px-2.5 text-note outline-none focus:border-accent card:h-10"
      />
      <Button variant="primary" disabled={keys === null || wrong !== null} onClick={save}>
        Save
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
      <p
        id={noteId}
        role={wrong ? 'alert' : undefined}
        className={`w-full text-small ${wrong ? 'text-danger' : 'text-muted'}`}
      >
        {wrong ?? 'One key, or two in a row. Backspace for none.'}
      </p>
    </div>
  )
}
