'use client'

import { useState } from 'react'
import { useReader } from '@/components/shared/reader'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { AnyProblem } from '@/components/ui/problem-note'
import type { KeySettings } from '@/lib/contracts/member-settings'
import {
  type CommandId,
  commandIds,
  type CommandPlace,
  commands,
  isChangeable,
  keysOf,
} from '@/lib/domain/commands'
import { commandLabels, placeLabels } from '@/lib/domain/command-labels'
import { keysText } from '@/lib/domain/key-words'
import { may } from '@/lib/domain/permissions'
import { settings as calls } from '@/lib/query/settings'
import { KeyField } from './key-field'

const places = Object.keys(placeLabels) as CommandPlace[]

/** Turns single keys off, and gives commands other keys. */
export function KeySettingsForm() {
  const { role, keys: stored } = useReader()
  const [sent, setSent] = useState({ after: stored, settings: stored })
  const [editing, setEditing] = useState<CommandId | null>(null)
  const { busy, problem, change } = useChange<KeySettings, unknown>({
    mutationFn: (keys) => calls.save({ keys }),
    onSuccess: () => setEditing(null),
    done: 'Shortcuts saved.',
  })
  // What was pressed shows at once, until the server says how it stands.
  const settings = sent.after === stored && problem === null ? sent.settings : stored
  const save = (next: KeySettings) => {
    setSent({ after: stored, settings: next })
    change(next)
  }
  const setKeys = (id: CommandId, keys: string) => {
    const { [id]: _before, ...others } = settings.keys
    save({ ...settings, keys: keys === commands[id].keys ? others : { ...others, [id]: keys } })
  }
  return (
    <>
      <AnyProblem problem={problem} />
      <label className="flex items-start gap-2">
        <CheckBox
          className="-m-2"
          checked={!settings.off}
          onCheckedChange={(on) => save({ ...settings, off: !on })}
        />
        <span>
          <span className="font-medium">Use single-key shortcuts</span>
          <span className="block text-note text-muted">
            Turn this off if you dictate, or press keys by accident. Shortcuts with Ctrl or ⌘ stay.
          </span>
        </span>
      </label>
      {settings.off
        ? null
        : places.map((place) => {
            const here = commandIds.filter(
              (id) => commands[id].place === place && isChangeable(id) && may(role, commands[id].needs),
            )
            if (here.length === 0) return null
            return (
              <section key={place} aria-label={placeLabels[place]}>
                <h3 className="mb-1 text-note font-medium text-muted">{placeLabels[place]}</h3>
                <ul className="divide-y divide-line border-y border-line">
                  {here.map((id) => {
                    const keys = keysOf(id, settings)
                    const label = commandLabels[id]
                    const { keys: usual } = commands[id]
                    return (
                      <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
                        <span className="min-w-40 flex-1">{label}</span>
                        {editing === id ? (
                          <KeyField
                            id={id}
                            settings={settings}
                            onSave={(next) => setKeys(id, next)}
                            onCancel={() => setEditing(null)}
                          />
                        ) : (
                          <span className="flex items-center gap-2">
                            <span className="text-note text-muted">
                              {keys === '' ? 'None' : keysText(keys)}
                            </span>
                            {keys === usual ? null : (
                              <Button
                                variant="ghost"
                                busy={busy}
                                aria-label={`Reset the keys of “${label}”`}
                                onClick={() => setKeys(id, usual)}
                              >
                                Reset
                              </Button>
                            )}
                            <Button
                              busy={busy}
                              spinning={false}
                              aria-label={`Change the keys of “${label}”`}
                              onClick={() => setEditing(id)}
                            >
                              Change
                            </Button>
                          </span>
                        )}
                      </li>
                    )
                  })}
                </ul>
              </section>
            )
          })}
    </>
  )
}
