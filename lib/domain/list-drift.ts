import type { FetchKind } from '@/lib/contracts/fetch'
import type { JobStatus } from '@/lib/contracts/job'
import { advance, type Known, applyToPass, newPass, type Page, type Pass } from './list-pass'
import { priceRows, type Terms } from './terms'

export type { Known, Page } from './list-pass'

/** What is known of a job's list between two calls. Rows are keyed by application id alone. */
export type ListState = {
  /** Rows in the provider's whole list, as last stated. */
  total: number | null
  /** Distinct rows at hand, those gone too. */
  stored: number
  /** Rows at hand that the list no longer has. */
  gone: number
  /** At least one page was answered. */
  fetched: boolean
  /** Everyone was seen in a pass during which the list stood still, and whoever came since is accounted for. */
  proven: boolean
  /** Where newcomers are looked for: the total tells of more than were found. Null when none are looked for. */
  front: number | null
  /** People the provider counts who were looked for in vain. */
  unfound: number
  /** The pass that loads the list. */
  read: Pass
  /** A pass over a list that was loaded before; it takes the place of `read` when it ends. */
  again: Pass | null
}

export const newList: ListState = {
  total: null,
  stored: 0,
  gone: 0,
  fetched: false,
  proven: false,
  front: null,
  unfound: 0,
  read: newPass(1),
  again: null,
}

/** What a window is for: going on with a pass, or looking at the front. */
export type Part = 'read' | 'again' | 'front'
/** `late`: an answer to a window that the list has moved on from meanwhile. */
type AnswerPart = Part | 'late'
export type Window = { part: Part; offset: number; count: number }

/** Whole credits' worth: a begun block costs what a whole one does, and rows beyond the end are not charged. */
const wholeBlocks = (rows: number, { pageSize, price }: Terms) =>
  Math.min(pageSize, Math.max(price.rows, Math.ceil(rows / price.rows) * price.rows))

/** How many people the provider counts who were not seen, as far as the totals tell. */
const countGap = ({ total, read }: ListState) =>
  total === null ? 0 : Math.max(0, total - read.seen + read.left)

function passWindow(part: 'read' | 'again', pass: Pass, total: number | null, terms: Terms): Window {
  const { pageSize, price } = terms
  const most = wholeBlocks(total === null ? pageSize : total - pass.seen, terms)
  const [back] = pass.back
  if (back) return { part, offset: back.from, count: Math.min(most, back.to - back.from) }
  // So many came in that a whole window would repeat: one block tells by how much the list was pushed back.
  return { part, offset: pass.frontier, count: pass.risen >= pageSize ? price.rows : most }
}

/** The window that brings the next unknown rows; null when the list has nothing more to give. */
export function planNext(list: ListState, terms: Terms): Window | null {
  if (!list.read.ended) return passWindow('read', list.read, list.total, terms)
  if (list.front === null) return null
  return { part: 'front', offset: list.front, count: wholeBlocks(countGap(list) - list.unfound, terms) }
}

/** The cheapest question: as many of the first as one price buys. On a list never asked for they are its first rows. */
export const planCheck = (list: ListState, { price }: Terms): Window => ({
  part: list.fetched ? 'front' : 'read',
  offset: 0,
  count: price.rows,
})

/** What a fetch of many windows is after: the rest of the list, or a pass over all of it. */
export type Sweep = 'rest' | 'pass'

/** What `complete` or `refresh` means for a list as it is now; null when there is nothing to do. */
export function chooseSweep(list: ListState, kind: 'complete' | 'refresh'): Sweep | null {
  if (kind === 'refresh') return list.fetched ? 'pass' : 'rest'
  if (!list.read.ended || list.front !== null) return 'rest'
  return list.proven ? null : 'pass'
}

/** Whether a window is still the next one of its pass. One that looks at the front changes nobody's place. */
export function continuesList(list: ListState, { part, offset }: Window): boolean {
  if (part === 'front') return true
  const { read, again } = part === 'again' ? beginPass(list) : list
  const pass = part === 'again' ? (again ?? read) : read
  return !pass.ended && (pass.back[0]?.from ?? pass.frontier) === offset
}

/** Begins a pass over the whole list, unless one was begun and not ended: that one goes on. */
export const beginPass = (list: ListState): ListState =>
  list.again ? list : { ...list, again: newPass(list.read.no + 1) }

/** The next window of an errand; null when it is done. A pass is begun by `beginPass`. */
export function planSweep(list: ListState, errand: Sweep, terms: Terms): Window | null {
  return errand === 'pass' && list.again
    ? passWindow('again', list.again, list.total, terms)
    : planNext(list, terms)
}

const rowsToEnd = (pass: Pass, total: number) =>
  pass.back.reduce((sum, { from, to }) => sum + to - from, 0) +
  (pass.last ? 0 : Math.max(0, total - pass.frontier))

/** The most rows that what is left of an errand asks for; null while the length of the list is not known. */
export function sweepRows(list: ListState, errand: Sweep): number | null {
  const { total, again, read } = list
  if (total === null) return null
  if (errand === 'pass') return again ? rowsToEnd(again, total) : total
  return read.ended
    ? list.front === null
      ? 0
      : Math.max(1, countGap(list) - list.unfound)
    : Math.max(1, rowsToEnd(read, total))
}

/** The same in credits. */
export function sweepCredits(list: ListState, errand: Sweep, terms: Terms): number | null {
  const rows = sweepRows(list, errand)
  const pass = errand === 'pass' ? list.again : list.read
  // Whatever slid back is a window of its own, and a begun block with it.
  return rows === null ? null : priceRows(rows, terms) + (pass?.back.length ?? 0) * terms.price.credits
}

/** The first window that a kind of fetch would ask for; null when there is nothing to fetch. */
export function firstWindow(list: ListState, kind: FetchKind, terms: Terms): Window | null {
  if (kind === 'next') return planNext(list, terms)
  if (kind === 'check') return planCheck(list, terms)
  const errand = chooseSweep(list, kind)
  return errand && planSweep(errand === 'pass' ? beginPass(list) : list, errand, terms)
}

/** Settles what a pass that just ended shows. */
function conclude(list: ListState): ListState {
  const { read, total } = list
  const proven = total === null ? !read.inserted : read.seen === total && !read.moved
  const gap = countGap(list)
  // Rows came in before the frontier and some are unaccounted for: they stand in front, newest first.
  const front = !proven && gap > 0 && read.inserted ? 0 : null
  return { ...list, proven, front, unfound: front === null ? gap : 0 }
}

/** What an answer tells of a list whose end was reached before it. @param found how many it added */
function searched(list: ListState, part: AnswerPart, page: Page, found: number): ListState {
  // More seen than counted: as many have left.
  const left = Math.max(list.read.left, list.total === null ? 0 : list.read.seen - list.total)
  const next = { ...list, read: { ...list.read, left } }
  const gap = countGap(next)
  if (gap <= next.unfound) return { ...next, front: null, unfound: gap, proven: next.proven && gap === 0 }
  // A pass will come by them; should it be given up, the front is where to look.
  if (part === 'again' || part === 'late') return { ...next, front: next.front ?? 0 }
  const end = page.offset + new Set(page.ids).size
  const looking = page.hasMore !== false && end > page.offset && (found > 0 || list.front === null)
  if (looking) return { ...next, front: end }
  return { ...next, front: null, unfound: gap, proven: false }
}

/**
 * Takes one answer in.
 *
 * A pass is complete only when the rows seen in it are as many as the total it ended with and the total did not move;
 * then, and only then, are rows it did not see gone. It always ends, and besides the rows it had not seen it pays for at
 * most 100 rows, half of those it saw, three for each by which its total moved, and one window: a provider that repeats
 * itself is not paid for more. A list that stands still costs its people, tens begun counted whole.
 *
 * @param known the page's ids that are at hand, with where and in which pass they were last seen
 * @returns the list after it; the ids it added and those it repeated, each once and in the answer's order; the pass in
 *   which its rows are now seen; whether rows not seen since a pass are gone, by that pass's number
 */
export function applyPage(list: ListState, part: AnswerPart, page: Page, known: Known) {
  const distinct = [...new Set(page.ids)]
  const added = distinct.filter((id) => !known.has(id))
  const repeated = distinct.filter((id) => known.has(id))
  // A late answer counted before others that are in already: what it says of the total is out of date.
  const stated = part === 'late' && list.total !== null ? null : page.total
  const total = stated ?? list.total
  const delta = stated !== null && list.total !== null ? stated - list.total : 0
  const told = { total, delta, known }
  const take = (pass: Pass, own: boolean) => {
    const learned = applyToPass(pass, page, known, delta)
    return own ? advance(pass, learned, page, told) : learned
  }
  const read = take(list.read, part === 'read')
  const again = list.again && take(list.again, part === 'again')
  const seenIn = (again ?? read).no
  const moved: ListState = { ...list, total, stored: list.stored + added.length, fetched: true, read, again }
  const answer = { added, repeated, seenIn }
  if (again?.ended) {
    const next = conclude({ ...moved, read: again, again: null })
    return { ...answer, list: next, goneBefore: next.proven ? next.read.no : null }
  }
  if (part === 'read' && read.ended) {
    const next = conclude(moved)
    return { ...answer, list: next, goneBefore: next.proven ? next.read.no : null }
  }
  const next = read.ended ? searched(moved, part, page, added.length) : moved
  return { ...answer, list: next, goneBefore: null }
}

/** How far a list is known; see `jobStatus` in the contracts. */
export function listStatus({ fetched, read, front, proven }: ListState): JobStatus {
  if (!fetched) return 'empty'
  if (!read.ended || front !== null) return 'partial'
  return proven ? 'complete' : 'short'
}

/**
 * How many people may be missing among those stored; null before the provider told a total. A list that was read to its
 * end while it moved may miss someone even where the numbers add up.
 */
export function countMissing(list: ListState): number | null {
  if (list.total === null) return null
  const present = list.stored - list.gone - list.read.left
  const missing = Math.max(0, list.total - Math.min(present, list.stored))
  return listStatus(list) === 'short' ? Math.max(1, missing) : missing
}
