import 'server-only'
import { and, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Candidate } from '@/lib/contracts/candidate'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { matches } from './candidate-filter'
import { type CandidateSource, teamSource } from './candidate-source'
import { orderColumns, toOrder, type OrderRow } from './candidate-order'
import { candidateText, personWithTwins, type StoredPerson, toCandidate } from './candidates'
import { BadCursorError, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
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

/** Whether a view leaves nobody out. */
export const isPlain = (view: View): boolean =>
  Object.entries(emptyView).every(([key, value]) =>
    key === 'sort' ? true : JSON.stringify(view[key as keyof View]) === JSON.stringify(value),
  )

/** How many rows of a source a view shows. */
export async function countMatching(db: Db, source: CandidateSource, view: View): Promise<number> {
  if (isPlain(view)) return source.countAll(db)
  const [row] = await db.select({ matched: count() }).from(source.table).where(matches(source, view))
  return row?.matched ?? 0
}

/** How many rows of a view come before one of its rows; null for someone the view leaves out. @param id as the source has it */
export async function indexInView(
  db: Db,
  source: CandidateSource,
  view: View,
  id: string,
): Promise<number | null> {
  const [row] = await db
    .select(orderColumns(source, view))
    .from(source.table)
    .where(and(matches(source, view), eq(source.columns.id, id)))
  if (!row) return null
  const order = toOrder(view, source)
  const [before] = await db
    .select({ rows: count() })
    .from(source.table)
    .where(and(matches(source, view), order.beyond(order.valuesOf(row), true)))
  return before?.rows ?? 0
}

/** The same among the rows of a job, by application. */
export const candidateIndex = (
  db: Db,
  key: ReaderKey,
  view: View,
  applicationId: string,
): Promise<number | null> => indexInView(db, teamSource(key), view, applicationId)

/** The application ids of a view, in its order, and how many rows match. @param limit ids at the most */
export async function listApplicationIds(
  db: Db,
  key: ReaderKey,
  view: View,
  limit: number,
): Promise<{ items: string[]; matched: number }> {
  const source = teamSource(key)
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(matches(source, view))
    .orderBy(...toOrder(view, source).by(false))
    .limit(limit)
  const matched = rows.length < limit ? rows.length : await countMatching(db, source, view)
  return { items: rows.map(({ id }) => id), matched }
}

/** Of these applications of a job, those that a view shows. */
export async function listMatching(
  db: Db,
  key: ReaderKey,
  view: View,
  applicationIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(matches(teamSource(key), view), inArray(candidate.applicationId, [...applicationIds])))
  return rows.map(({ id }) => id)
}

type Reading = { backwards: boolean; beyond?: SQL | undefined; skip?: number; limit: number }
/** Columns that an item is made of, each row's place beside them. */
type Selected = Record<string, PgColumn | SQL>
/** A source, and what is read of each of its rows. */
export type Shape<Row> = { source: CandidateSource; select: Selected; row?: Row }

/** Rows of a view in its order, read from either end or from beyond a row. */
async function readRows<Row>(
  db: Db,
  { source, select }: Shape<Row>,
  view: View,
  reading: Reading,
): Promise<(Row & OrderRow)[]> {
  const { backwards, beyond, skip = 0, limit } = reading
  const rows = await db
    .select({ ...select, ...orderColumns(source, view) })
    .from(source.table)
    .where(and(matches(source, view), beyond))
    .orderBy(...toOrder(view, source).by(backwards))
    .limit(limit)
    .offset(skip)
  const read = rows as (Row & OrderRow)[]
  return backwards ? read.reverse() : read
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

type Order = Pick<ReturnType<typeof toOrder>, 'name' | 'holds'>
type Place = Omit<z.infer<typeof cursorSchema>, 'o'>

/** A cursor at a place of an order. */
export const writeCursor = ({ name }: Order, place: Place): string => encodeCursor({ o: name, ...place })

/** The place of a cursor. @throws BadCursorError for one of another order, or none of ours */
export function readCursor(order: Order, cursor: string): Place {
  const { o, ...place } = decodeCursor(cursorSchema, cursor)
  if (o !== order.name || !order.holds(place.k)) throw new BadCursorError('a cursor of another order')
  return place
}

type Found<Row> = { rows: (Row & OrderRow)[]; firstIndex: number }

async function fromCursor<Row>(
  db: Db,
  shape: Shape<Row>,
  { view, limit, version }: Asked,
  cursor: string,
  counting: Promise<number>,
): Promise<Found<Row>> {
  const order = toOrder(view, shape.source)
  const { d, k, i, v } = readCursor(order, cursor)
  const backwards = d === 'prev'
  const beyond = order.beyond(k, backwards)
  const rows = await readRows(db, shape, view, { backwards, beyond, limit })
  if (v !== undefined && v === version) {
    return { rows, firstIndex: backwards ? Math.max(0, i - rows.length) : i + 1 }
  }
  // A row number from another version would leave pages that never join up: it is counted again.
  const [left] = await db
    .select({ rows: count() })
    .from(shape.source.table)
    .where(and(matches(shape.source, view), beyond))
  const beyondIt = left?.rows ?? 0
  return { rows, firstIndex: Math.max(0, backwards ? beyondIt - rows.length : (await counting) - beyondIt) }
}

// From whichever end is nearer: what is skipped is read.
async function fromIndex<Row>(
  db: Db,
  shape: Shape<Row>,
  view: View,
  at: number,
  limit: number,
  matched: number,
): Promise<Found<Row>> {
  const firstIndex = Math.max(0, Math.min(at, matched - limit))
  const after = Math.max(0, matched - firstIndex - limit)
  const backwards = after < firstIndex
  const size = Math.min(limit, Math.max(0, matched - firstIndex))
  if (size === 0) return { rows: [], firstIndex: 0 }
  return {
    rows: await readRows(db, shape, view, { backwards, skip: backwards ? after : firstIndex, limit: size }),
    firstIndex,
  }
}

async function find<Row>(
  db: Db,
  shape: Shape<Row>,
  asked: Asked,
  counting: Promise<number>,
): Promise<Found<Row>> {
  const { view, start, limit } = asked
  if (start === null)
    return { rows: await readRows(db, shape, view, { backwards: false, limit }), firstIndex: 0 }
  if ('cursor' in start) return fromCursor(db, shape, asked, start.cursor, counting)
  const index = 'at' in start ? start.at : await indexInView(db, shape.source, view, start.around)
  const at = 'at' in start ? index : index === null ? 0 : index - Math.floor(limit / 2)
  return fromIndex(db, shape, view, Math.max(0, at ?? 0), limit, await counting)
}

/** A page of any source. @throws BadCursorError */
export async function readPage<Row, Item>(
  db: Db,
  shape: Shape<Row>,
  asked: Asked,
  toItem: (row: Row & OrderRow) => Item,
): Promise<CandidatePages<Item>> {
  const { view, inTurn = false, version } = asked
  const order = toOrder(view, shape.source)
  // Side by side: counting takes as long as finding, and most pages do not wait for it.
  const counting = countMatching(db, shape.source, view)
  if (inTurn) await counting
  const [matched, { rows, firstIndex }] = await Promise.all([counting, find(db, shape, asked, counting)])
  const cursor = (direction: 'next' | 'prev', row: OrderRow | undefined, index: number) =>
    row ? writeCursor(order, { d: direction, k: order.valuesOf(row), i: index, v: version }) : null
  const end = firstIndex + rows.length
  return {
    items: rows.map(toItem),
    nextCursor: end < matched ? cursor('next', rows.at(-1), end - 1) : null,
    prevCursor: firstIndex > 0 ? cursor('prev', rows[0], firstIndex) : null,
    firstIndex,
    matched,
  }
}

const teamShape = (key: ReaderKey): Shape<StoredPerson> => ({
  source: teamSource(key),
  select: personWithTwins,
})

/**
 * One page of a view: from the top, beyond a cursor either way, around an application, or at a row number.
 * @throws BadCursorError for a cursor of another order, or none of ours
 */
export const pageCandidates = (db: Db, key: ReaderKey, asked: Asked): Promise<CandidatePages> =>
  readPage(db, teamShape(key), asked, toCandidate)

type RowText = { applicationId: string; text: string }

/** The same page with each candidate as JSON text, as it is stored. @throws BadCursorError */
export const pageTexts = (db: Db, key: ReaderKey, asked: Asked): Promise<CandidatePages<RowText>> =>
  readPage(db, teamShape(key), asked, (row) => ({ applicationId: row.id, text: candidateText(row) }))
