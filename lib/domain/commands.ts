import type { KeySettings } from '@/lib/contracts/member-settings'
import type { Permission } from './permissions'

/** Where a command works. An overlay that names one of these lets its commands through; any other lets none. */
export const commandPlaces = {
  app: 'Anywhere',
  list: 'In the list',
  person: 'About the person, or those selected',
} as const
export type CommandPlace = keyof typeof commandPlaces

export type Command = {
  label: string
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
 * it (`useCommands`), and it is available for as long as that part is there.
 */
export const commands = {
  palette: { label: 'Search and commands', keys: 'mod+k', place: 'app', needs: 'read', unlisted: true },
  help: { label: 'Keyboard shortcuts', keys: '?', place: 'app', needs: 'read' },
  goJobs: { label: 'Go to jobs', keys: 'g j', place: 'app', needs: 'read' },
  goCredits: { label: 'Go to credits', keys: 'g c', place: 'app', needs: 'read' },
  goInbox: { label: 'Go to inbox', keys: 'g i', place: 'app', needs: 'own' },
  goPeople: { label: 'Go to people', keys: 'g p', place: 'app', needs: 'read' },
  goSettings: { label: 'Go to settings', keys: 'g s', place: 'app', needs: 'own' },
  triage: { label: 'Go to triage', keys: 'g t', place: 'list', needs: 'comment' },
  insights: { label: 'Go to insights', keys: 'g v', place: 'list', needs: 'read' },
  search: { label: 'Search applicants', keys: '/', place: 'list', needs: 'read' },
  next: { label: 'Next person', keys: 'j', place: 'list', needs: 'read', repeats: true, unlisted: true },
  previous: {
    label: 'Previous person',
    keys: 'k',
    place: 'list',
    needs: 'read',
    repeats: true,
    unlisted: true,
  },
  open: { label: 'Open or close the person', keys: 'o', place: 'list', needs: 'read' },
  select: { label: 'Select the person', keys: 'x', place: 'list', needs: 'read' },
  selectThrough: {
    label: 'Select everyone from the last one selected',
    keys: 'Shift+x',
    place: 'list',
    needs: 'read',
    unlisted: true,
  },
  back: { label: 'Back to the row', keys: 'Escape', place: 'list', needs: 'read', unlisted: true },
  shortlist: { label: 'Shortlist', keys: '1', place: 'person', needs: 'comment' },
  maybe: { label: 'Maybe list', keys: '2', place: 'person', needs: 'comment' },
  reject: { label: 'Reject', keys: '3', place: 'person', needs: 'comment' },
  undecide: { label: 'Take the decision back', keys: '0', place: 'person', needs: 'comment' },
  note: { label: 'Write a note', keys: 'n', place: 'person', needs: 'comment' },
  tag: { label: 'Tag', keys: 't', place: 'person', needs: 'decide' },
  nextAction: { label: 'Set a next action', keys: 'a', place: 'person', needs: 'decide' },
  compare: { label: 'Compare the people selected', keys: 'c', place: 'person', needs: 'read' },
  undo: { label: 'Undo the last decision', keys: 'u', place: 'person', needs: 'decide' },
  exportList: { label: 'Export', keys: 'e', place: 'list', needs: 'export' },
  copyTable: {
    label: 'Copy the people selected as a table',
    keys: 'Shift+c',
    place: 'list',
    needs: 'export',
  },
  skip: { label: 'Put the person off to the end (triage)', keys: 's', place: 'person', needs: 'comment' },
  clearSelection: { label: 'Clear the selection', keys: '', place: 'list', needs: 'read' },
} as const satisfies Record<string, Command>
export type CommandId = keyof typeof commands

export const commandIds = Object.keys(commands) as CommandId[]

/** Keys of the list itself, as of any grid: they cannot be changed. */
export const gridKeys = [
  { keys: ['↑', '↓', '←', '→'], label: 'Move between cells' },
  { keys: ['↓'], label: 'From the search to the list' },
  { keys: ['Home', 'End'], label: 'First or last cell of the row' },
  { keys: ['Ctrl Home', 'Ctrl End'], label: 'First or last person' },
  { keys: ['Page Up', 'Page Down'], label: 'A screen up or down' },
  { keys: ['Enter', 'Space'], label: 'Open or close the person' },
] as const

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

const keysPattern = /^(Shift\+\p{L}|[^\s+])( (Shift\+\p{L}|[^\s+]))?$/u

/**
 * Why a command cannot have these keys.
 * @returns the command that has them, or whose keys begin like them or are how they begin; `invalid` for what is no one
 * or two presses of a character; null where nothing is in the way
 */
export function findKeyConflict(
  id: CommandId,
  keys: string,
  settings: KeySettings,
): CommandId | 'invalid' | null {
  if (keys === '') return null
  if (!keysPattern.test(keys)) return 'invalid'
  const other = commandIds.find((each) => {
    if (each === id) return false
    const taken = keysOf(each, { ...settings, off: false })
    return taken === keys || taken.startsWith(`${keys} `) || (taken !== '' && keys.startsWith(`${taken} `))
  })
  return other ?? null
}
