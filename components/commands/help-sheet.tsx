'use client'

import { Link } from '@/components/ui/link'
import { useReader } from '@/components/shared/reader'
import { Modal } from '@/components/ui/modal'
import { type CommandPlace, commandIds, commands, keysOf } from '@/lib/domain/commands'
import { commandLabels, gridKeys, placeLabels } from '@/lib/domain/command-labels'
import { may } from '@/lib/domain/permissions'
import { KeyCap, KeyCaps } from './key-caps'

export type HelpSheetProps = { onClose: () => void }

// Two columns of about one length: the list alone has as many as the rest.
const places: readonly CommandPlace[] = ['app', 'person', 'list']

/** Every command that has a key for this reader, by where it works. */
export function HelpSheet({ onClose }: HelpSheetProps) {
  const { role, keys: settings } = useReader()
  const bound = commandIds
    .map((id) => ({ id, ...commands[id], label: commandLabels[id], keys: keysOf(id, settings) }))
    .filter(({ keys, needs }) => keys !== '' && may(role, needs))
  return (
    <Modal title="Keyboard shortcuts" onClose={onClose}>
      <div className="columns-2 gap-8 max-sm:columns-1">
        {places.map((place) => {
          const here = bound.filter((command) => command.place === place)
          if (here.length === 0 && place !== 'list') return null
          return (
            <section key={place} aria-label={placeLabels[place]} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium">{placeLabels[place]}</h3>
              <dl>
                {here.map(({ id, label, keys }) => (
                  <div key={id} className="flex min-h-7 items-center justify-between gap-4 py-0.5 text-note">
                    <dt>{label}</dt>
                    <dd>
                      <KeyCaps keys={keys} />
                    </dd>
                  </div>
                ))}
                {place === 'list'
                  ? gridKeys.map(({ keys, label }) => (
                      <div
                        key={label}
                        className="flex min-h-7 items-center justify-between gap-4 py-0.5 text-note"
                      >
                        <dt>{label}</dt>
                        <dd className="flex flex-wrap justify-end gap-1">
                          {keys.map((name) => (
                            <KeyCap key={name} name={name} />
                          ))}
                        </dd>
                      </div>
                    ))
                  : null}
              </dl>
            </section>
          )
        })}
      </div>
      <p className="mt-3 text-note text-muted">
        {settings.off
          ? 'Single keys are turned off. '
          : 'Nothing needs a key: every command has a button too. '}
        <Link href="/settings/keys" onClick={onClose} className="text-accent underline">
          Change shortcuts
        </Link>
      </p>
    </Modal>
  )
}
