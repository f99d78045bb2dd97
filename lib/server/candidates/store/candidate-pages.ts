import 'server-only'
import { and, count, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Candidate } from '@/lib/contracts/candidate'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { matches } from './candidate-filter'
import { orderColumns, orderOf, type OrderRow } from './candidate-order'
import { candidateText, personWithTwins, type StoredPerson, toCandidate } from './candidates'
import { BadCursorError, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
import { getJob } from './jobs'
import type { ReaderKey } from './visits'

export { BadCursorError } from '@/lib/server/platform/cursor'

export type CandidatePages<Item = Candidate> = {
  items: Item[]
  nextCursor: string | null
  prevCursor: string | null
  /** Matching rows before the first item. */
  firstIndex: number
  matched: number
}

/**
 * `o` order, `d` direction, `k` the values of the row it stands at, `i` that row's number in the view while the list was
 * of version `v`: in any other version rows may have come or gone before it.
 */
const cursorSchema = z.object({
  o: z.string(),
  d: z.enum(['next', 'prev']),
  k: z.array(z.union([z.string().max(4_000), z.number()])),
  i: z.int().min(0).max(100_000_000),
  v: z.string().max(64).optional(),
})
type Row = StoredPerson & OrderRow

const isPlain = (view: View) =>
  Object.entries(emptyView).every(([key, value]) =>
    key === 'sort' ? true : JSON.stringify(view[key as keyof View]) === JSON.stringify(value),
  )

async function countMatching(db: Db, key: ReaderKey, view: View): Promise<number> {
  // Everyone stored is counted as they come in.
  if (isPlain(view)) return (await getJob(db, key))?.stored ?? 0
  const [row] = await db.select({ matched: count() }).from(candidate).where(matches(key, view))
  return row?.matched ?? 0
}

/** How many rows of a view come before one of its rows; null for someone the view leaves out. */
export async function candidateIndex(
  db: Db,
  key: ReaderKey,
  view: View,
  applicationId: string,
): Promise<number | null> {
  const [row] = await db
    .select(orderColumns)
    .from(candidate)
    .where(and(matches(key, view), eq(candidate.applicationId, applicationId)))
  if (!row) return null
  const order = orderOf(view)
  const [before] = await db
    .select({ rows: count() })
    .from(candidate)
    .where(and(matches(key, view), order.beyond(order.valuesOf(row), true)))
  return before?.rows ?? 0
}

/** The application ids of a view, in its order, and how many rows match. @param limit ids at the most */
export async function listApplicationIds(
  db: Db,
  key: ReaderKey,
  view: View,
  limit: number,
): Promise<{ items: string[]; matched: number }> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(matches(key, view))
    .orderBy(...orderOf(view).by(false))
    .limit(limit)
  const matched = rows.length < limit ? rows.length : await countMatching(db, key, view)
  return { items: rows.map(({ id }) => id), matched }
}

type Reading = { backwards: boolean; beyond?: SQL | undefined; skip?: number; limit: number }

/** Rows of a view in its order, read from either end or from beyond a row. */
async function readRows(db: Db, key: ReaderKey, view: View, reading: Reading): Promise<Row[]> {
  const { backwards, beyond, skip = 0, limit } = reading
  const rows: Row[] = await db
    .select({ ...personWithTwins, ...orderColumns })
    .from(candidate)
    .where(and(matches(key, view), beyond))
    .orderBy(...orderOf(view).by(backwards))
    .limit(limit)
    .offset(skip)
  return backwards ? rows.reverse() : rows
}

export type Asked = {
  view: View
  start: PageStart
  limit: number
  /** One query after the other, as a transaction has but one connection. */
  inTurn?: boolean
  /** Changes whenever rows of the list do, at most 64 characters: row numbers in cursors hold within one version. */
  version?: string
}

type Found = { rows: Row[]; firstIndex: number }

async function fromCursor(
  db: Db,
  key: ReaderKey,
  { view, limit, version }: Asked,
  cursor: string,
  counting: Promise<number>,
): Promise<Found> {
  const order = orderOf(view)
  const { o, d, k, i, v } = decodeCursor(cursorSchema, cursor)
  if (o !== order.name || !order.holds(k)) throw new BadCursorError('a cursor of another order')
  const backwards = d === 'prev'
  const beyond = order.beyond(k, backwards)
  const rows = await readRows(db, key, view, { backwards, beyond, limit })
  if (v !== undefined && v === version) {
    return { rows, firstIndex: backwards ? Math.max(0, i - rows.length) : i + 1 }
  }
  // A row number from another version would leave pages that never join up: it is counted again.
  const [left] = await db
    .select({ rows: count() })
    .from(candidate)
    .where(and(matches(key, view), beyond))
  const beyondIt = left?.rows ?? 0
  return { rows, firstIndex: Math.max(0, backwards ? beyondIt - rows.length : (await counting) - beyondIt) }
}

// From whichever end is nearer: what is skipped is read.
async function fromIndex(
  db: Db,
  key: ReaderKey,
  view: View,
  at: number,
  limit: number,
  matched: number,
): Promise<Found> {
  const firstIndex = Math.max(0, Math.min(at, matched - limit))
  const after = Math.max(0, matched - firstIndex - limit)
  const backwards = after < firstIndex
  const size = Math.min(limit, Math.max(0, matched - firstIndex))
  if (size === 0) return { rows: [], firstIndex: 0 }
  return {
    rows: await readRows(db, key, view, { backwards, skip: backwards ? after : firstIndex, limit: size }),
    firstIndex,
  }
}

async function find(db: Db, key: ReaderKey, asked: Asked, counting: Promise<number>): Promise<Found> {
  const { view, start, limit } = asked
  if (start === null)
    return { rows: await readRows(db, key, view, { backwards: false, limit }), firstIndex: 0 }
  if ('cursor' in start) return fromCursor(db, key, asked, start.cursor, counting)
  const index = 'at' in start ? start.at : await candidateIndex(db, key, view, start.around)
  const at = 'at' in start ? index : index === null ? 0 : index - Math.floor(limit / 2)
  return fromIndex(db, key, view, Math.max(0, at ?? 0), limit, await counting)
}

async function readPage<Item>(
  db: Db,
  key: ReaderKey,
  asked: Asked,
  toItem: (row: Row) => Item,
): Promise<CandidatePages<Item>> {
  const { view, inTurn = false, version } = asked
  const order = orderOf(view)
  // Side by side: counting takes as long as finding, and most pages do not wait for it.
  const counting = countMatching(db, key, view)
  if (inTurn) await counting
  const [matched, { rows, firstIndex }] = await Promise.all([counting, find(db, key, asked, counting)])
  const cursor = (direction: 'next' | 'prev', row: Row | undefined, index: number) =>
    row ? encodeCursor({ o: order.name, d: direction, k: order.valuesOf(row), i: index, v: version }) : null
  const end = firstIndex + rows.length
  return {
    items: rows.map(toItem),
    nextCursor: end < matched ? cursor('next', rows.at(-1), end - 1) : null,
    prevCursor: firstIndex > 0 ? cursor('prev', rows[0], firstIndex) : null,
    firstIndex,
    matched,
  }
}

/**
 * One page of a view: from the top, beyond a cursor either way, around an application, or at a row number.
 * @throws BadCursorError for a cursor of another order, or none of ours
 */
export const pageCandidates = (db: Db, key: ReaderKey, asked: Asked): Promise<CandidatePages> =>
  readPage(db, key, asked, toCandidate)

type RowText = { applicationId: string; text: string }

/** The same page with each candidate as JSON text, as it is stored. @throws BadCursorError */
export const pageTexts = (db: Db, key: ReaderKey, asked: Asked): Promise<CandidatePages<RowText>> =>
  readPage(db, key, asked, (row) => ({ applicationId: row.applicationId, text: candidateText(row) }))
