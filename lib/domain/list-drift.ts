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
  // A total that is missing or too low does not end a list: only its own word does.
  const left = total === null ? windowSize : total - stored
  // People who withdrew are stored but no longer counted, so more can come than the numbers tell.
  return { offset: frontier, count: Math.min(windowSize, left > 0 ? left : creditRows) }
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

function frontierAfter(list: ListState, { offset, asked, ids, total, nextOffset, hasMore }: Page): number {
  const end = offset + ids.length
  let next =
    nextOffset !== null && nextOffset > offset && nextOffset <= Math.max(end, offset + asked)
      ? nextOffset
      : end
  // An empty page in the middle: its rows cannot be had now, those beyond it can.
  if (ids.length === 0 && hasMore !== false && total !== null && total > offset + asked) next = offset + asked
  // A total that fell means that rows slid towards the front, to before this window: go back to where they are now.
  const fell = list.total !== null && total !== null ? Math.max(0, list.total - total) : 0
  return fell > 0 ? Math.max(0, Math.min(next, offset - fell)) : next
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
  const frontier = frontierAfter(list, page)
  const stored = list.stored + added.length
  const over = page.hasMore === false || (page.hasMore === null && total !== null && frontier >= total)
  const steppedBack = frontier < page.offset + page.ids.length
  const next: ListState = {
    total,
    stored,
    frontier,
    // After a step back there are rows to look at once more, whatever the window beyond them said.
    ended: over && !steppedBack,
    fetched: true,
  }
  return { list: next, added, repeated }
}

/** How far a list is known; see `jobStatus` in the contracts. */
export function listStatus({ fetched, ended, total, stored }: ListState): JobStatus {
  if (!fetched) return 'empty'
  // Only its own word ends a list: who withdrew makes up for who is missing, if one goes by the numbers.
  if (!ended) return 'partial'
  return total !== null && stored < total ? 'short' : 'complete'
}
