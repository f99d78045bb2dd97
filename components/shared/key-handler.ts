import { type CommandId, commandIds, commands, keysOf } from '@/lib/domain/commands'
import { may } from '@/lib/domain/permissions'
import { getCommand } from './commands'
import { readPress } from './key-press'
import type { Reader } from './reader'

// Long enough for a slow hand, short enough that a key pressed by mistake is forgotten.
const sequenceMs = 1_500
const overlays = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]'
const fields = [
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  '[role=textbox]',
  '[role=searchbox]',
  '[role=combobox]',
  '[role=spinbutton]',
  '[role=slider]',
].join()

/** The overlay that a key belongs to: the one it was pressed in, else the last that is open. */
const findOverlay = (target: Element) =>
  target.closest<HTMLElement>(overlays) ?? [...document.querySelectorAll<HTMLElement>(overlays)].at(-1)

/**
 * Makes a listener for `keydown` that runs the command of a key. A command belongs to the topmost layer: a dialog,
 * popover, menu or sheet lets only those through whose place it names in `data-commands`, and a field keeps every key
 * that types something.
 */
export function createKeyHandler({ role, keys: settings }: Pick<Reader, 'role' | 'keys'>) {
  const bound = commandIds
    .map((id): [CommandId, string] => [id, keysOf(id, settings)])
    .filter(([id, keys]) => keys !== '' && may(role, commands[id].needs))
  let begun = ''
  let begunAt = 0

  return (event: KeyboardEvent): void => {
    const press = readPress(event)
    const { target } = event
    if (press === null || !(target instanceof Element)) return
    const before = event.timeStamp - begunAt < sequenceMs ? begun : ''
    begun = ''
    if (event.defaultPrevented || (!press.startsWith('mod+') && target.closest(fields))) return
    const overlay = findOverlay(target)
    const places = overlay && (overlay.dataset['commands'] ?? '').split(' ')
    const available = bound.flatMap(([id, keys]) => {
      const run = !places || places.includes(commands[id].place) ? getCommand(id) : undefined
      return run ? [{ id, keys, run }] : []
    })
    // A second key that leads nowhere is a first one.
    for (const presses of before === '' ? [press] : [`${before} ${press}`, press]) {
      const command = available.find(({ keys }) => keys === presses)
      if (command) {
        event.preventDefault()
        if (!event.repeat || 'repeats' in commands[command.id]) command.run()
        return
      }
      if (available.some(({ keys }) => keys.startsWith(`${presses} `))) {
        begun = presses
        begunAt = event.timeStamp
        return
      }
    }
  }
}
