import 'server-only'
import type { GuestCandidate } from '@/lib/contracts/share'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import {
  indexInView,
  isPlain,
  readCursor,
  readPage,
  writeCursor,
} from '@/lib/server/candidates/store/candidate-pages'
import { toOrder } from '@/lib/server/candidates/store/candidate-order'
import type { Db } from '@/lib/server/db/open-database'
import type { GuestFill } from './guest-fill'
import { type NamedMember, parseGuest } from './guest-rows'
import { findGuestRow, type GuestColumns, guestColumns, guestSource } from './store/guest-candidates'

/** A page starts beyond a cursor, at a row number, or at the top. */
export type GuestStart = { cursor: string } | { at: number } | null

/** Somebody for a guest; the application is for the store alone, and never sent. */
export type Shown = { applicationId: string; guest: GuestCandidate }
type Page = { items: Shown[]; nextCursor: string | null; firstIndex: number; matched: number }
type Reading = { view: View; start: GuestStart; limit: number }

const toShown = ({ applicationId, person }: GuestColumns): Shown => ({
  applicationId,
  guest: parseGuest(person),
})

/** Whether a view is the link's own: everyone, in its order. */
export const isOwnView = (view: View): boolean => isPlain(view) && view.sort.length === 0

/** A page of the stored rows. @throws BadCursorError */
export async function storedPage(
  db: Db,
  linkId: string,
  version: string,
  { view, start, limit }: Reading,
): Promise<Page> {
  const shape = { source: guestSource(linkId), select: guestColumns }
  const page = await readPage<GuestColumns, Shown>(db, shape, { view, start, limit, version }, toShown)
  const { items, nextCursor, firstIndex, matched } = page
  return { items, nextCursor, firstIndex, matched }
}

function firstOf(
  members: readonly NamedMember[],
  { start, limit }: Reading,
  order: ReturnType<typeof toOrder>,
) {
  if (start === null) return 0
  if ('at' in start) return Math.max(0, Math.min(start.at, members.length - limit))
  const { d, k } = readCursor(order, start.cursor)
  const at = Number(k[0])
  const beyond = members.findIndex(({ position }) => (d === 'next' ? position > at : position >= at))
  const end = beyond === -1 ? members.length : beyond
  return d === 'next' ? end : Math.max(0, end - limit)
}

/**
 * A page of the link's own view before all rows are stored: only its people are redacted. Its cursor goes on in the
 * stored rows.
 * @throws BadCursorError
 */
export async function earlyPage(filling: GuestFill, linkId: string, reading: Reading): Promise<Page> {
  const members = await filling.members
  const order = toOrder(emptyView, guestSource(linkId))
  const firstIndex = firstOf(members, reading, order)
  const some = members.slice(firstIndex, firstIndex + reading.limit)
  const items = (await filling.redact(some)).map(({ member: { applicationId }, guest }) => ({
    applicationId,
    guest,
  }))
  const [last, end] = [some.at(-1), firstIndex + some.length]
  const place = last && { d: 'next' as const, k: [last.position, last.ref], i: end - 1 }
  return {
    items,
    nextCursor: place && end < members.length ? writeCursor(order, place) : null,
    firstIndex,
    matched: members.length,
  }
}

/** Somebody by their key, and where a view shows them; null where there is nobody. */
export async function storedPerson(db: Db, linkId: string, ref: string): Promise<Shown | null> {
  const row = await findGuestRow(db, linkId, ref)
  return row && toShown(row)
}

/** The same before all rows are stored. */
export async function earlyPerson(
  filling: GuestFill,
  ref: string,
): Promise<{ shown: Shown; index: number } | null> {
  const members = await filling.members
  const index = members.findIndex((member) => member.ref === ref)
  const [found] = index === -1 ? [] : await filling.redact(members.slice(index, index + 1))
  return found ? { shown: { applicationId: found.member.applicationId, guest: found.guest }, index } : null
}

/** How many people a view shows before somebody; null where it leaves them out. */
export const indexOfRef = (db: Db, linkId: string, view: View, ref: string): Promise<number | null> =>
  indexInView(db, guestSource(linkId), view, ref)
