import type { KeySettings } from '@/lib/contracts/member-settings'
import type { Permission } from './permissions'

/** Where a command works. An overlay that names one of these lets its commands through; any other lets none. */
export type CommandPlace = 'app' | 'list' | 'person'

export type Command = {
  /** One press, or two in a row: `x`, `Shift+x`, `g j`, `mod+k` (Control, on a Mac Command). '' for none. */
  keys: string
  place: CommandPlace
  needs: Permission
  /** Goes on while the key is held. */
  repeats?: boolean
  /** Means something only where the focus is, and so nothing in the palette. */
  unlisted?: boolean
}

/**
 * Every command that has a key or stands in the palette. What it does is registered by the part of the page that can do
 * it (`useCommands`), and it is available for as long as that part is there. What they are called: `command-labels.ts`.
 */
export const commands = {
  palette: { keys: 'mod+k', place: 'app', needs: 'read', unlisted: true },
  help: { keys: '?', place: 'app', needs: 'read' },
  goJobs: { keys: 'g j', place: 'app', needs: 'read' },
  goCredits: { keys: 'g c', place: 'app', needs: 'read' },
  goInbox: { keys: 'g i', place: 'app', needs: 'own' },
  goPeople: { keys: 'g p', place: 'app', needs: 'read' },
  goSettings: { keys: 'g s', place: 'app', needs: 'own' },
  triage: { keys: 'g t', place: 'list', needs: 'comment' },
  insights: { keys: 'g v', place: 'list', needs: 'read' },
  search: { keys: '/', place: 'list', needs: 'read' },
  next: { keys: 'j', place: 'list', needs: 'read', repeats: true, unlisted: true },
  previous: { keys: 'k', place: 'list', needs: 'read', repeats: true, unlisted: true },
  open: { keys: 'o', place: 'list', needs: 'read' },
  select: { keys: 'x', place: 'list', needs: 'read' },
  selectThrough: { keys: 'Shift+x', place: 'list', needs: 'read', unlisted: true },
  back: { keys: 'Escape', place: 'list', needs: 'read', unlisted: true },
  shortlist: { keys: '1', place: 'person', needs: 'comment' },
  maybe: { keys: '2', place: 'person', needs: 'comment' },
  reject: { keys: '3', place: 'person', needs: 'comment' },
  undecide: { keys: '0', place: 'person', needs: 'comment' },
  note: { keys: 'n', place: 'person', needs: 'comment' },
  tag: { keys: 't', place: 'person', needs: 'decide' },
  nextAction: { keys: 'a', place: 'person', needs: 'decide' },
  compare: { keys: 'c', place: 'person', needs: 'read' },
  undo: { keys: 'u', place: 'person', needs: 'decide' },
  exportList: { keys: 'e', place: 'list', needs: 'export' },
  copyTable: { keys: 'Shift+c', place: 'list', needs: 'export' },
  skip: { keys: 's', place: 'person', needs: 'comment' },
  clearSelection: { keys: '', place: 'list', needs: 'read' },
} as const satisfies Record<string, Command>
export type CommandId = keyof typeof commands

export const commandIds = Object.keys(commands) as CommandId[]

/** Whether a command types nothing: such keys are the same for everyone, and are no single-key shortcuts (WCAG 2.1.4). */
const isFixed = (keys: string) => keys.startsWith('mod+') || keys === 'Escape'

/** Whether a member may give a command other keys. */
export const isChangeable = (id: CommandId): boolean => !isFixed(commands[id].keys)

/** @returns the keys of a command for a member with these settings; '' for none */
export function keysOf(id: CommandId, settings: KeySettings): string {
  const { keys } = commands[id]
  if (isFixed(keys)) return keys
  return settings.off ? '' : (settings.keys[id] ?? keys)
}
