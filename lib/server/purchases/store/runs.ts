import 'server-only'
import * as z from 'zod/mini'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type FetchProgress, fetchProgress } from '@/lib/contracts/fetch'
import { wholeSum } from '@/lib/server/db/columns'
import type { Db } from '@/lib/server/db/open-database'
import { fetch, fetchRun, lease } from '@/lib/server/db/ledger-schema'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import { type JobKey } from '@/lib/server/candidates/store/jobs'
import { rememberKey } from './ledger'
import { parseStored } from '@/lib/server/candidates/store/stored-person'

// Version 1 named its charge `consumed` and knew nothing of its last call.
const storedProgress = z.pipe(
  z.transform((value) => {
    const isFirst = typeof value === 'object' && value !== null && 'consumed' in value && !('spent' in value)
    return isFirst ? { ...value, spent: value.consumed, lastCall: 'unknown' } : value
  }),
  fetchProgress,
)

type StoredRun = typeof fetchRun.$inferSelect
/** A fetch of many pages; `answer` is what was answered, as it was given to `endRun`. */
export type RunRow = Omit<StoredRun, 'answer' | 'progress'> & { answer: unknown; progress: FetchProgress }

/**
 * Enters a fetch of many pages before its first; one whose process died between two pages goes on.
 * @returns false when the key already stands for another fetch, or it has an answer
 */
export function startRun(
  db: Db,
  key: JobKey,
  {
    progress,
    idempotencyKey,
    requestHash,
  }: { progress: FetchProgress; idempotencyKey: string | null; requestHash: string },
): Promise<boolean> {
  const { fetchId: id, kind } = progress
  return db.transaction(async (tx) => {
    const named = idempotencyKey && { key: idempotencyKey, requestHash, fetchId: id }
    if (named && !(await rememberKey(tx, named))) return false
    const { account, jobId } = key
    const values = { id, account, jobId, kind, state: 'running' as const, progress: JSON.stringify(progress) }
    const started = await tx
      .insert(fetchRun)
      .values(values)
      .onConflictDoUpdate({
        target: fetchRun.id,
        set: { state: 'running', cancelled: false, endedAt: null },
        setWhere: isNull(fetchRun.answer),
      })
      .returning({ id: fetchRun.id })
    return started.length > 0
  })
}

/**
 * Tells those who look at the list how far a fetch has come. Before its own row is locked: the job's row comes first.
 * @param progress null for what it told last
 */
async function recordRunEvent(
  tx: Db,
  fetchId: string,
  { progress, ended }: { progress: FetchProgress | null; ended: boolean },
): Promise<void> {
  const [run] = await tx
    .select({ account: fetchRun.account, jobId: fetchRun.jobId, progress: fetchRun.progress })
    .from(fetchRun)
    .where(eq(fetchRun.id, fetchId))
  if (!run) return
  const data = { ended, progress: progress ?? parseStored(storedProgress, run.progress, 'progress') }
  await recordJobEvent(tx, run, { kind: 'fetch', data, by: null })
}

/** Tells how far it has come. @returns whether someone asked it to stop */
export function saveProgress(db: Db, progress: FetchProgress): Promise<{ cancelled: boolean }> {
  return db.transaction(async (tx) => {
    await recordRunEvent(tx, progress.fetchId, { progress, ended: false })
    const rows = await tx
      .update(fetchRun)
      .set({ progress: JSON.stringify(progress) })
      .where(eq(fetchRun.id, progress.fetchId))
      .returning({ cancelled: fetchRun.cancelled })
    return { cancelled: rows[0]?.cancelled ?? false }
  })
}

export async function endRun(db: Db, id: string, answer: unknown): Promise<void> {
  await db.transaction(async (tx) => {
    await recordRunEvent(tx, id, { progress: null, ended: true })
    await tx
      .update(fetchRun)
      .set({ state: 'ended', answer: JSON.stringify(answer), endedAt: sql`now()` })
      .where(eq(fetchRun.id, id))
  })
}

/** Asks a fetch to stop before its next page. @returns false when it is not under way */
export async function cancelRun(db: Db, { account, jobId }: JobKey, id: string): Promise<boolean> {
  const rows = await db
    .update(fetchRun)
    .set({ cancelled: true })
    .where(
      and(
        eq(fetchRun.id, id),
        eq(fetchRun.account, account),
        eq(fetchRun.jobId, jobId),
        eq(fetchRun.state, 'running'),
      ),
    )
    .returning({ id: fetchRun.id })
  return rows.length > 0
}

export async function getRun(db: Db, id: string): Promise<RunRow | null> {
  const [row] = await db.select().from(fetchRun).where(eq(fetchRun.id, id))
  if (!row) return null
  const answer = row.answer === null ? null : (JSON.parse(row.answer) as unknown)
  return { ...row, answer, progress: parseStored(storedProgress, row.progress, 'progress') }
}

/** How far the fetch of many pages that holds a list has come; null while none does, and once its holder's time ran out. */
export async function findRunning(db: Db, { account, jobId }: JobKey): Promise<FetchProgress | null> {
  const [row] = await db
    .select({ progress: fetchRun.progress })
    .from(lease)
    .innerJoin(fetchRun, eq(fetchRun.id, lease.fetchId))
    .where(
      and(
        eq(lease.account, account),
        eq(lease.jobId, jobId),
        sql`${lease.expiresAt} >= now()`,
        eq(fetchRun.state, 'running'),
      ),
    )
  return row ? parseStored(storedProgress, row.progress, 'progress') : null
}

/** The fetch that holds a list: whether its time still runs, whether it has ended, and how far a fetch of many pages has come. */
export async function findHolder(
  db: Db,
  { account, jobId }: JobKey,
): Promise<{ fetchId: string; live: boolean; ended: boolean; progress: FetchProgress | null } | null> {
  const [row] = await db
    .select({
      fetchId: lease.fetchId,
      live: sql<boolean>`${lease.expiresAt} >= now()`,
      ended: sql<boolean>`coalesce(${fetch.state} <> 'reserved', ${fetchRun.state} = 'ended', false)`,
      progress: fetchRun.progress,
    })
    .from(lease)
    .leftJoin(fetch, eq(fetch.id, lease.fetchId))
    .leftJoin(fetchRun, eq(fetchRun.id, lease.fetchId))
    .where(and(eq(lease.account, account), eq(lease.jobId, jobId)))
  if (!row) return null
  const { progress } = row
  return { ...row, progress: progress === null ? null : parseStored(storedProgress, progress, 'progress') }
}

/**
 * Credits its pages stated; whether one of them may have been charged without an answer; whether more than that may have
 * been charged, an answer without a price included.
 */
export async function chargeOfRun(
  db: Db,
  id: string,
): Promise<{ spent: number; lost: boolean; doubtful: boolean }> {
  const [row] = await db
    .select({
      spent: wholeSum(fetch.consumed),
      lost: sql<boolean>`coalesce(bool_or(${fetch.state} = 'unknown'), false)`,
      doubtful: sql<boolean>`coalesce(bool_or(${fetch.state} in ('unknown', 'reserved') or ${fetch.consumed} is null), false)`,
    })
    .from(fetch)
    .where(eq(fetch.runId, id))
  return row ?? { spent: 0, lost: false, doubtful: false }
}

/** Whether a fetch of many pages ended without an answer: its process died. */
export async function wasInterrupted(db: Db, id: string): Promise<boolean> {
  const run = await getRun(db, id)
  return run?.state === 'ended' && run.answer === null
}

/** The pages of a fetch that were answered, in their order; `answer` as it was given to `settleFetch`. */
export async function pagesOfRun(
  db: Db,
  id: string,
): Promise<{ offset: number; count: number; quoted: number; consumed: number | null; answer: unknown }[]> {
  const rows = await db
    .select()
    .from(fetch)
    .where(and(eq(fetch.runId, id), eq(fetch.state, 'settled')))
    .orderBy(asc(fetch.startedAt), asc(fetch.id))
  return rows.map(({ offset, count, quoted, consumed, answer }) => ({
    ...{ offset, count, quoted, consumed },
    answer: answer === null ? null : (JSON.parse(answer) as unknown),
  }))
}
