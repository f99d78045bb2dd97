import type { CommandId, CommandPlace } from './commands'

/** What a command is called, in the palette, the help and the settings. */
export const commandLabels: Readonly<Record<CommandId, string>> = {
  palette: 'Search and commands',
  help: 'Keyboard shortcuts',
  goJobs: 'Go to jobs',
  goCredits: 'Go to credits',
  goInbox: 'Go to inbox',
  goPeople: 'Go to people',
  goSettings: 'Go to settings',
  triage: 'Go to triage',
  insights: 'Go to insights',
  search: 'Search applicants',
  next: 'Next person',
  previous: 'Previous person',
  open: 'Open or close the person',
  select: 'Select the person',
  selectThrough: 'Select everyone from the last one selected',
  back: 'Back to the row',
  shortlist: 'Shortlist',
  maybe: 'Maybe list',
  reject: 'Reject',
  undecide: 'Take the decision back',
  note: 'Write a note',
  tag: 'Tag',
  nextAction: 'Set a next action',
  compare: 'Compare the people selected',
  undo: 'Undo the last decision',
  exportList: 'Export',
  copyTable: 'Copy the people selected as a table',
  skip: 'Put the person off to the end (triage)',
  clearSelection: 'Clear the selection',
}

/** What the places are called where commands work. */
export const placeLabels: Readonly<Record<CommandPlace, string>> = {
  app: 'Anywhere',
  list: 'In the list',
  person: 'About the person, or those selected',
}

/** Keys of the list itself, as of any grid: they cannot be changed. */
export const gridKeys = [
  { keys: ['↑', '↓', '←', '→'], label: 'Move between cells' },
  { keys: ['↓'], label: 'From the search to the list' },
  { keys: ['Home', 'End'], label: 'First or last cell of the row' },
  { keys: ['Ctrl Home', 'Ctrl End'], label: 'First or last person' },
  { keys: ['Page Up', 'Page Down'], label: 'A screen up or down' },
  { keys: ['Enter', 'Space'], label: 'Open or close the person' },
] as const
