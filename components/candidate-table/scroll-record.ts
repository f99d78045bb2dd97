import type { PageStart } from '@/lib/contracts/page-start'

/** Where a reader was in a list: enough to stand there again after Back, Forward, a reload or a restored tab. */
export type ScrollRecord = {
  viewKey: string
  scrollTop: number
  /** The first row under the header, and how far it was scrolled; null above the table. */
  row: { key: string; index: number; offset: number } | null
  open: { id: string; index: number | null; height: number | null }[]
  selected: string[]
  start: PageStart
}

const prefix = 'shortlist:place:'

// The browser's own name for an entry of its history tells Back from a fresh visit to the same address. Where it has
// none, the address has to do.
function entryName(): string {
  const key = 'navigation' in window ? window.navigation.currentEntry?.key : undefined
  return prefix + (key || window.location.pathname + window.location.search)
}

export function readScrollRecord(viewKey: string): ScrollRecord | null {
  try {
    const text = window.sessionStorage.getItem(entryName())
    if (text === null) return null
    // Only this module writes under the prefix.
    const record = JSON.parse(text) as ScrollRecord
    return record.viewKey === viewKey ? record : null
  } catch {
    return null
  }
}

export function writeScrollRecord(record: ScrollRecord): void {
  try {
    window.sessionStorage.setItem(entryName(), JSON.stringify(record))
  } catch {
    // A full or forbidden storage costs the place in the list, nothing else.
  }
}
