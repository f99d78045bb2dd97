import 'server-only'
import { and, eq, gte, inArray, lt, ne, notInArray, or, sql } from 'drizzle-orm'
import { wholeSum } from '@/lib/server/db/columns'
import type { Db } from '@/lib/server/db/open-database'
import { lockLease } from './leases'
import { fetch, fetchKey, fetchRun, lease, spendDay } from '@/lib/server/db/ledger-schema'

type StoredFetch = typeof fetch.$inferSelect
/** An entry of the ledger; `answer` is what was answered, as it was given to `settleFetch`. */
export type FetchRow = Omit<StoredFetch, 'answer'> & { answer: unknown }

export type Reservation = {
  id: string
  account: string
  jobId: string
  /** The fetch of many pages that it is one of. */
  runId?: string | null
  kind: string
  offset: number
  count: number
  quoted: number
  who: string
  /** The visit that asked for it. */
  visit?: string | null
  instance: string
  idempotencyKey: string | null
  requestHash: string
  creditsPerDay: number
  /** Of a call that scrolling asked for: what all of these may spend of one person in a day. */
  autoloadCredits?: number | undefined
  /** The lease of its list: the call is refused when another fetch has it by now. */
  leaseId?: string
}

const today = sql<string>`(now() at time zone 'utc')::date`
// What may have been charged counts as charged.
const weight = sql`case ${fetch.state} when 'settled' then coalesce(${fetch.consumed}, ${fetch.quoted}) when 'released' then 0 else ${fetch.quoted} end`
// What a cursor carries is as fine as a JavaScript date.
const millisecond = sql`date_trunc('milliseconds', now())`
const keyLife = sql`now() - interval '1 day'`

const toRow = ({ answer, ...row }: StoredFetch): FetchRow => ({
  ...row,
  answer: answer === null ? null : (JSON.parse(answer) as unknown),
})

/** Credits of this UTC day: stated, held, and possibly charged. */
export async function spentToday(db: Db): Promise<number> {
  const [row] = await db
    .select({ spent: wholeSum(weight) })
    .from(fetch)
    .where(eq(fetch.day, today))
  return row?.spent ?? 0
}

/**
 * The same, and how much of it one person's scrolling asked for.
 * @param who the person's id
 */
export async function spendToday(db: Db, who: string): Promise<{ all: number; automatic: number }> {
  const own = sql`case when ${fetch.automatic} and ${fetch.who} = ${who} then ${weight} else 0 end`
  const [row] = await db
    .select({ all: wholeSum(weight), automatic: wholeSum(own) })
    .from(fetch)
    .where(eq(fetch.day, today))
  return row ?? { all: 0, automatic: 0 }
}

/**
 * What one visit of one person was charged, in credits as the provider stated them.
 * @param who the person's id: a visit's id that somebody else knows gives them nothing
 * @returns `running` while a call of it, or a load of many pages, has not ended
 */
export async function readVisitSpend(
  db: Db,
  { who, visit }: { who: string; visit: string },
): Promise<{ spent: number; running: boolean }> {
  const [row] = await db
    .select({
      spent: wholeSum(sql`coalesce(${fetch.consumed}, 0)`),
      running: sql<boolean>`coalesce(bool_or(${fetch.state} = 'reserved' or ${fetchRun.state} = 'running'), false)`,
    })
    .from(fetch)
    .leftJoin(fetchRun, eq(fetchRun.id, fetch.runId))
    .where(and(eq(fetch.visit, visit), eq(fetch.who, who)))
  return row ?? { spent: 0, running: false }
}

/**
 * Remembers for a day that a key asked for a fetch.
 * @returns false when the key already stands for another fetch that was made
 */
export async function rememberKey(
  db: Db,
  { key, requestHash, fetchId }: { key: string; requestHash: string; fetchId: string },
): Promise<boolean> {
  const made = sql`(exists (select 1 from ${fetch} where ${fetch.id} = ${fetchKey.fetchId})
    or exists (select 1 from ${fetchRun} where ${fetchRun.id} = ${fetchKey.fetchId}))`
  const rows = await db
    .insert(fetchKey)
    .values({ key, requestHash, fetchId })
    .onConflictDoUpdate({
      target: fetchKey.key,
      set: { requestHash, fetchId, createdAt: sql`now()` },
      setWhere: sql`${fetchKey.createdAt} < ${keyLife} or ${fetchKey.fetchId} = ${fetchId} or not ${made}`,
    })
    .returning({ key: fetchKey.key })
  return rows.length > 0
}

/**
 * Enters a call in the ledger before it is made, unless it would pass the day's limit, or the allowance of its person's
 * scrolling. Both hold across instances: one reservation at a time looks at a day.
 * @returns the credits left of what refused it
 */
export async function reserveFetch(
  db: Db,
  reservation: Reservation,
): Promise<
  | { ok: true }
  | { ok: false; refused: 'day_limit' | 'autoload_limit'; left: number }
  | { ok: false; refused: 'key_taken' | 'taken_over' }
> {
  const { idempotencyKey, requestHash, creditsPerDay, autoloadCredits, leaseId, ...asked } = reservation
  const entry = { ...asked, automatic: autoloadCredits !== undefined }
  const { account, jobId } = entry
  return db.transaction(async (tx) => {
    await tx.insert(spendDay).values({ day: today }).onConflictDoNothing()
    await tx.select().from(spendDay).where(eq(spendDay.day, today)).for('update')
    if (leaseId !== undefined && !(await lockLease(tx, { account, jobId, fetchId: leaseId })))
      return { ok: false as const, refused: 'taken_over' as const }
    const spent = await spendToday(tx, entry.who)
    const allowed = autoloadCredits === undefined ? Infinity : autoloadCredits - spent.automatic
    if (entry.quoted > allowed)
      return { ok: false as const, refused: 'autoload_limit' as const, left: Math.max(0, allowed) }
    const left = creditsPerDay - spent.all
    if (entry.quoted > left)
      return { ok: false as const, refused: 'day_limit' as const, left: Math.max(0, left) }
    const key = idempotencyKey && { key: idempotencyKey, requestHash, fetchId: entry.id }
    if (key && !(await rememberKey(tx, key))) return { ok: false as const, refused: 'key_taken' as const }
    await tx.insert(fetch).values({ ...entry, state: 'reserved', day: today, startedAt: millisecond })
    return { ok: true as const }
  })
}

type Ending = {
  answer: unknown
  durationMs: number | null
  /** A price that cannot be believed, as written. */
  stated?: string | null
}

const maxDuration = 2_147_483_647
// A clock that was set meanwhile makes it negative or longer than the column holds; neither may lose the entry.
const storedDuration = (ms: number | null) =>
  ms === null ? null : Math.round(Math.min(maxDuration, Math.max(0, ms)))

async function end(
  db: Db,
  id: string,
  from: StoredFetch['state'][],
  set: Partial<StoredFetch>,
  { answer, durationMs, stated = null }: Ending,
): Promise<boolean> {
  const rows = await db
    .update(fetch)
    .set({
      ...set,
      stated,
      durationMs: storedDuration(durationMs),
      answer: answer === null ? null : JSON.stringify(answer),
    })
    .where(and(eq(fetch.id, id), inArray(fetch.state, from)))
    .returning({ id: fetch.id })
  return rows.length > 0
}

/**
 * An answer came, even one given up on, or a refusal that states a charge.
 * @param consumed credits it states; null when it states none
 * @param code why it failed or surprised; null for a plain end
 */
export const settleFetch = (
  db: Db,
  id: string,
  { consumed, code = null, ...ending }: Ending & { consumed: number | null; code?: string | null },
): Promise<boolean> => end(db, id, ['reserved', 'unknown'], { state: 'settled', consumed, code }, ending)

/** It failed, and was free. */
export const releaseFetch = (
  db: Db,
  id: string,
  { code, ...ending }: Ending & { code: string },
): Promise<boolean> => end(db, id, ['reserved', 'unknown'], { state: 'released', consumed: 0, code }, ending)

/** Its answer was lost: it may have been charged. */
export const markUnknown = (
  db: Db,
  id: string,
  { code, ...ending }: Ending & { code: string },
): Promise<boolean> => end(db, id, ['reserved', 'unknown'], { state: 'unknown', code }, ending)

/** An entry, locked until the transaction ends: whether it was settled before cannot change meanwhile. */
export async function lockFetch(tx: Db, id: string): Promise<FetchRow | null> {
  const [row] = await tx.select().from(fetch).where(eq(fetch.id, id)).for('update')
  return row ? toRow(row) : null
}

/** Whether a fetch, of one page or of many, is of nobody else. One that made no call is anybody's. */
export async function isAskedBy(db: Db, fetchId: string, who: string): Promise<boolean> {
  const [row] = await db
    .select({ id: fetch.id })
    .from(fetch)
    .where(and(or(eq(fetch.id, fetchId), eq(fetch.runId, fetchId)), ne(fetch.who, who)))
    .limit(1)
  return row === undefined
}

export async function getFetch(db: Db, id: string): Promise<FetchRow | null> {
  const [row] = await db.select().from(fetch).where(eq(fetch.id, id))
  return row ? toRow(row) : null
}

/** What a key asked for in the last day. `fetch` is null when that never came to be entered. */
export async function findByIdempotencyKey(
  db: Db,
  key: string,
): Promise<{ requestHash: string; fetchId: string; fetch: FetchRow | null } | null> {
  const [row] = await db
    .select()
    .from(fetchKey)
    .leftJoin(fetch, eq(fetch.id, fetchKey.fetchId))
    .where(and(eq(fetchKey.key, key), gte(fetchKey.createdAt, keyLife)))
  if (!row) return null
  const { requestHash, fetchId } = row.fetch_key
  return { requestHash, fetchId, fetch: row.fetch && toRow(row.fetch) }
}

/**
 * Reserved calls whose process is gone: whether they were charged is unknown. Fetches of many pages that went with it
 * have ended without an answer, and old keys go too.
 */
export async function expireReservations(db: Db): Promise<number> {
  const held = db
    .select({ id: lease.fetchId })
    .from(lease)
    .where(sql`${lease.expiresAt} >= now()`)
  const rows = await db
    .update(fetch)
    .set({ state: 'unknown', code: 'possibly_charged' })
    .where(and(eq(fetch.state, 'reserved'), notInArray(sql`coalesce(${fetch.runId}, ${fetch.id})`, held)))
    .returning({ id: fetch.id })
  await db
    .update(fetchRun)
    .set({ state: 'ended', endedAt: sql`now()` })
    .where(and(eq(fetchRun.state, 'running'), notInArray(fetchRun.id, held)))
  await db.delete(fetchKey).where(lt(fetchKey.createdAt, keyLife))
  return rows.length
}
