/** Offsets from `from`, before `to`. */
export type Range = { from: number; to: number }

/** One pass over a list, from its front to its end; it may take days, and the list moves meanwhile. */
export type Pass = {
  /** Passes over this list, counted from 1. A row is seen in this pass when it was seen in it or in a later one. */
  no: number
  /** The offset where the next window begins. */
  frontier: number
  /** Offsets before the frontier that unread rows may have slid to, apart and in order. */
  back: readonly Range[]
  /** The provider said that nothing comes after the frontier. */
  last: boolean
  /** There is nothing more to read in it. */
  ended: boolean
  /** Distinct rows seen since it began. */
  seen: number
  /** The total changed between two of its answers. */
  moved: boolean
  /** By how much in all. */
  shifts: number
  /** How many left, as falling totals tell. */
  left: number
  /** How far the total rose since the frontier was set. */
  risen: number
  /** Rows came in before the frontier: the total rose, or a window repeated rows. */
  inserted: boolean
  /** Rows answered that this pass had seen. */
  repeats: number
  /** Windows in a row that brought no row at all. */
  empty: number
}

export const newPass = (no: number): Pass => ({
  no,
  frontier: 0,
  back: [],
  last: false,
  ended: false,
  seen: 0,
  moved: false,
  shifts: 0,
  left: 0,
  risen: 0,
  inserted: false,
  repeats: 0,
  empty: 0,
})

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

/** Where a known row was last seen, and in which pass. */
export type Sighting = { pass: number; position: number }
export type Known = ReadonlyMap<string, Sighting>

/** An empty window is asked for once more before it is passed over, and so is the end of a list that never says so. */
const patience = 2

/** Rows that a pass may pay for though it had seen them: past it, the provider repeats itself, and the pass ends. */
export const repeatsAllowed = ({ seen, shifts }: Pick<Pass, 'seen' | 'shifts'>): number =>
  100 + Math.floor(seen / 2) + 3 * shifts

function joined(ranges: readonly Range[]): Range[] {
  const apart: Range[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = apart.at(-1)
    if (from >= to) continue
    if (before && from <= before.to) before.to = Math.max(before.to, to)
    else apart.push({ from, to })
  }
  return apart
}

const distinctIds = ({ ids }: Page) => [...new Set(ids)]

/** What any answer about its list tells a pass. @param delta by how much the total changed */
export function applyToPass(pass: Pass, page: Page, known: Known, delta: number): Pass {
  const fresh = distinctIds(page).filter((id) => (known.get(id)?.pass ?? 0) < pass.no).length
  const slid = Math.max(0, -delta)
  return {
    ...pass,
    seen: pass.seen + fresh,
    moved: pass.moved || delta !== 0,
    shifts: pass.shifts + Math.abs(delta),
    left: pass.left + slid,
    risen: pass.risen + Math.max(0, delta),
    inserted: pass.inserted || delta > 0,
    // A total that fell means that rows slid towards the front: those not read yet may now stand before the frontier.
    frontier: Math.max(0, pass.frontier - slid),
    back: joined(pass.back.map(({ from, to }) => ({ from: Math.max(0, from - slid), to }))),
  }
}

/** Whether nothing comes after a page. What the provider leaves unsaid is read from its total, or an empty page. */
function isLast({ offset, asked, ids, hasMore }: Page, total: number | null, pass: Pass): boolean {
  const nothing = ids.length === 0 && (total === null || offset + asked >= total)
  if (hasMore === null) return nothing || (total !== null && pass.frontier >= total)
  // An empty page after everyone it counts is the end as well, whatever it promises.
  if (nothing && total !== null && pass.seen >= total) return true
  return !hasMore || (nothing && pass.empty >= patience)
}

/** Where reading goes on after a forward window. */
function frontierAfter(before: Pass, pass: Pass, page: Page, total: number | null, known: Known): number {
  const { offset, asked, ids, nextOffset, hasMore } = page
  const distinct = distinctIds(page)
  // Repeats within an answer fill no places of the list.
  const end = offset + distinct.length
  // Rows were promised and none came: the same once more, wherever the answer points to, and then past them.
  if (ids.length === 0 && hasMore !== false && total !== null && total > offset) {
    if (pass.empty < patience) return offset
    if (total > offset + asked) return offset + asked
  }
  const last = distinct.at(-1)
  if (last !== undefined && pass.seen === before.seen && pass.risen > 0) {
    // All known, and further back than they were: what is unread begins as much further back as the last of them.
    const shift = end - 1 - (known.get(last)?.position ?? end)
    return Math.max(end, offset + Math.min(shift, pass.risen))
  }
  if (nextOffset !== null && nextOffset > offset && nextOffset <= Math.max(end, offset + asked)) {
    return nextOffset
  }
  return end
}

/** What is left to look back at after a window of the first range. */
function backAfter({ back: [first, ...others] }: Pass, page: Page, slid: number): Range[] {
  const { offset, asked } = page
  const rest = first ? [{ from: offset + asked, to: first.to }] : []
  const shifted = [...rest, ...others].map(({ from, to }) => ({ from: Math.max(0, from - slid), to }))
  // What this window answered stands; what slid past it while it was asked does not.
  return joined([{ from: Math.max(0, offset - slid), to: offset }, ...shifted])
}

/**
 * Takes in the answer to a pass's own window.
 * @param before the pass as it was when the window was planned
 * @param pass what `learn` made of it
 */
export function advance(
  before: Pass,
  pass: Pass,
  page: Page,
  { total, delta, known }: { total: number | null; delta: number; known: Known },
): Pass {
  const slid = Math.max(0, -delta)
  const fresh = pass.seen - before.seen
  const repeats = pass.repeats + page.ids.length - fresh
  const empty = page.ids.length === 0 ? pass.empty + 1 : 0
  const counted = { ...pass, repeats, empty }
  const stuck = repeats > repeatsAllowed(pass)
  if (before.back.length > 0) {
    const back = stuck || (empty >= patience && slid === 0) ? [] : backAfter(before, page, slid)
    return { ...counted, back, ended: stuck || (pass.last && back.length === 0) }
  }
  const inserted = pass.inserted || distinctIds(page).length > fresh
  const frontier = frontierAfter(before, counted, page, total, known)
  const last = stuck || isLast(page, total, { ...counted, frontier })
  const back = stuck ? [] : joined([{ from: Math.max(0, page.offset - slid), to: page.offset }])
  const set = frontier > page.offset ? 0 : pass.risen
  return { ...counted, inserted, frontier, risen: set, last, back, ended: last && back.length === 0 }
}
