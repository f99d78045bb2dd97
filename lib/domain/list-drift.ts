import type { JobStatus } from '@/lib/contracts/job'

/** What is known of a job's list between two calls. Rows are keyed by application id alone. */
export type ListState = {
  /** Rows in the provider's whole list, as last stated. */
  total: number | null
  /** Distinct rows at hand. */
  stored: number
  /** The offset where the next window begins. */
  frontier: number
  /** The provider said that nothing comes after. */
  ended: boolean
  /** At least one page was answered. */
  fetched: boolean
}

export const newList: ListState = { total: null, stored: 0, frontier: 0, ended: false, fetched: false }

/** The provider's own page: larger windows are several internal calls to it. */
export const windowSize = 50

/** What one credit buys. */
const creditRows = 10

export type Window = { offset: number; count: number }

/** The window that brings the next unknown rows; null when the list has nothing more to give. */
export function planNext(list: ListState): Window | null {
  const { fetched, ended, total, stored, frontier } = list
  if (!fetched) return { offset: 0, count: windowSize }
  if (ended) return null
  // A total that is missing or too low does not end a list: only its own word does. People who withdrew are stored but
  // no longer counted, so more can come than the numbers tell; ten cost what one costs.
  const left = total === null ? windowSize : total - stored
  return { offset: frontier, count: left > 0 ? Math.min(windowSize, left) : creditRows }
}

export type Page = {
  offset: number
  /** Rows asked for. */
  asked: number
  /** In the answer's order; an id may come twice. */
  ids: readonly string[]
  total: number | null
  nextOffset: number | null
  hasMore: boolean | null
}

/** How many rows slid past the front of a window since the answer before it. */
const slidPast = (list: ListState, { offset, total }: Page): number =>
  list.total !== null && total !== null ? Math.min(offset, Math.max(0, list.total - total)) : 0

function frontierAfter(list: ListState, page: Page, rows: number): number {
  const { offset, asked, ids, total, nextOffset, hasMore } = page
  // A total that fell means that rows slid towards the front, to before this window: look there next.
  const slid = slidPast(list, page)
  if (slid > 0) return offset - slid
  const end = offset + rows
  if (nextOffset !== null && nextOffset > offset && nextOffset <= Math.max(end, offset + asked)) {
    return nextOffset
  }
  // An empty page in the middle: its rows cannot be had now, those beyond it can.
  if (ids.length === 0 && hasMore !== false && total !== null && total > offset + asked) return offset + asked
  return end
}

/** Whether nothing comes after a page. What the provider leaves unsaid is read from its total, or an empty page. */
function isLast({ offset, asked, ids, hasMore }: Page, { total, stored, frontier }: ListState): boolean {
  const nothing = ids.length === 0 && (total === null || offset + asked >= total)
  if (hasMore === null) return nothing || (total !== null && frontier >= total)
  // An empty page after everyone it counts is the end as well, whatever it promises.
  return !hasMore || (nothing && total !== null && stored >= total)
}

/**
 * Takes one answer in.
 * @param known which of the page's ids are at hand already
 * @returns the list after it, the ids it added and those it repeated, each once and in the answer's order
 */
export function absorb(list: ListState, page: Page, known: ReadonlySet<string>) {
  const distinct = [...new Set(page.ids)]
  const added = distinct.filter((id) => !known.has(id))
  const repeated = distinct.filter((id) => known.has(id))
  const total = page.total ?? list.total
  // Repeats within an answer fill no places of the list.
  const frontier = frontierAfter(list, page, distinct.length)
  const stored = list.stored + added.length
  const next: ListState = { total, stored, frontier, ended: false, fetched: true }
  // After a step back there are rows to look at, whatever the window beyond them said.
  const ended = slidPast(list, page) === 0 && isLast(page, next)
  return { list: { ...next, ended }, added, repeated }
}

/** How far a list is known; see `jobStatus` in the contracts. */
export function listStatus({ fetched, ended, total, stored }: ListState): JobStatus {
  if (!fetched) return 'empty'
  if (!ended) return 'partial'
  return total === null || stored >= total ? 'complete' : 'short'
}
