import type { CandidatePage, MarkedCandidate } from '@/lib/contracts/candidate'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import { isUnfiltered } from '@/lib/url/view'

/** A contiguous stretch of the rows that match one view. */
export type RowRange = {
  viewKey: string
  /** The search and whether anything narrowed the list, of the view these rows belong to. */
  q: string
  filtered: boolean
  items: MarkedCandidate[]
  /** One per item, each once: a person who slid from one page to the next would otherwise be two rows of one name. */
  keys: string[]
  /** Row number of the first item. */
  firstIndex: number
  /** Rows that match, loaded into the browser or not. */
  count: number
  counts: CandidatePage['counts']
  job: Job
  /** When its last page was read, by this browser's clock. */
  readAt: number
}

// A page's rows stay the same objects for as long as the page does, so that memoised rows are not drawn again.
const markedRows = new WeakMap<CandidatePage, MarkedCandidate[]>()

function rowsWithMarks(page: CandidatePage): MarkedCandidate[] {
  const known = markedRows.get(page)
  if (known) return known
  const rows = page.items.map((item) => {
    const mark = page.marks[item.applicationId]
    return mark ? { ...item, ...mark } : item
  })
  markedRows.set(page, rows)
  return rows
}

function uniqueKeys(items: readonly MarkedCandidate[], firstIndex: number): string[] {
  const seen = new Set<string>()
  return items.map(({ applicationId }, at) => {
    const key = seen.has(applicationId) ? `${applicationId} ${firstIndex + at}` : applicationId
    seen.add(applicationId)
    return key
  })
}

/** @returns the rows of consecutive pages as one stretch; null without a page. @param readAt milliseconds */
export function joinPages(
  viewKey: string,
  view: View,
  pages: CandidatePage[],
  readAt: number,
): RowRange | null {
  const [first] = pages
  if (!first) return null
  const last = pages.at(-1) ?? first
  const items = pages.flatMap(rowsWithMarks)
  // Row numbers belong to the moment of their page; the cursors say whether a stretch begins or ends the list.
  const firstIndex = first.prevCursor === null ? 0 : first.firstIndex
  const end = firstIndex + items.length
  // Stored rows are never removed, so the page with the highest count was read last.
  const newest = pages.reduce((a, b) => (b.counts.stored >= a.counts.stored ? b : a))
  const count = last.nextCursor === null ? end : Math.max(newest.counts.matched, end + 1)
  const keys = uniqueKeys(items, firstIndex)
  const { counts, job } = newest
  const { q } = view
  return { viewKey, q, filtered: !isUnfiltered(view), items, keys, firstIndex, count, counts, job, readAt }
}

/**
 * Rows of an earlier view, read before the list grew: their counts would contradict those on screen. They are refetched
 * before they are shown.
 */
export const isOutdated = (loaded: RowRange, shown: RowRange): boolean =>
  loaded.job.revision < shown.job.revision && loaded.readAt < shown.readAt

/** People came or went between two pages of this stretch, so their row numbers no longer join up. */
export function hasGap(pages: readonly CandidatePage[]): boolean {
  return pages.some((page, at) => {
    const before = pages[at - 1]
    return before !== undefined && page.firstIndex !== before.firstIndex + before.items.length
  })
}
