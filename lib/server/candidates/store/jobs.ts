import 'server-only'
import { and, desc, eq, ilike, inArray, or, type Placeholder, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '@/lib/contracts/candidate'
import type { ListState } from '@/lib/domain/list-drift'
import { newPass, type Pass } from '@/lib/domain/list-pass'
import type { Db } from '@/lib/server/db/open-database'
import { preparedOnce } from '@/lib/server/db/prepared'
import { job } from '@/lib/server/db/schema'
import { escaped } from '@/lib/server/platform/like-pattern'
import { cursorTime, decodeCursor, encodeCursor, toCursorTime } from '@/lib/server/platform/cursor'

/** A job of one account, by the account's label. */
export type JobKey = { account: string; jobId: string }
export type JobRow = typeof job.$inferSelect

type KeyOrPlaceholder = { [K in keyof JobKey]: JobKey[K] | Placeholder }
const isJob = (key: KeyOrPlaceholder) => and(eq(job.account, key.account), eq(job.jobId, key.jobId))

const only = <T>(rows: T[]): T => {
  const [row] = rows
  if (row === undefined) throw new Error('the store gave no row back')
  return row
}

/** The job, entered when new, as used now. In a transaction its row stays locked until the end. */
export async function touchJob(db: Db, { account, jobId }: JobKey): Promise<JobRow> {
  const rows = await db
    .insert(job)
    .values({ account, jobId })
    .onConflictDoUpdate({ target: [job.account, job.jobId], set: { lastUsedAt: sql`now()` } })
    .returning()
  return only(rows)
}

/** A stored job, as used now, its row locked until the transaction ends; null when it is not stored. */
export async function lockJob(tx: Db, key: JobKey): Promise<JobRow | null> {
  const [row] = await tx
    .update(job)
    .set({ lastUsedAt: sql`now()` })
    .where(isJob(key))
    .returning()
  return row ?? null
}

const jobQuery = preparedOnce((db) =>
  db
    .select()
    .from(job)
    .where(isJob({ account: sql.placeholder('account'), jobId: sql.placeholder('jobId') }))
    .prepare('job_by_key'),
)

/** A stored job; null where there is none. */
export async function getJob(db: Db, key: JobKey): Promise<JobRow | null> {
  const [row] = await jobQuery(db).execute(key)
  return row ?? null
}

// A place in the list, to the microsecond that the store keeps.
const usedAt = sql<string>`coalesce(${job.lastUsedAt}, 'epoch')`
const jobCursor = z.object({ u: cursorTime, a: z.string(), j: z.string() })

/** Which jobs: of these accounts, with this text in their name or id. */
export type JobFilter = { accounts: string[]; find: string | null }

/** A page of the jobs, last used first. @param cursor as an earlier page gave it @throws BadCursorError */
export async function listJobs(
  db: Db,
  { accounts, find }: JobFilter,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ rows: JobRow[]; nextCursor: string | null }> {
  const from = cursor === null ? null : decodeCursor(jobCursor, cursor)
  const pattern = `%${escaped(find?.trim() ?? '')}%`
  const rows = await db
    .select({ row: job, usedAt: toCursorTime(usedAt) })
    .from(job)
    .where(
      and(
        inArray(job.account, accounts),
        find === null ? undefined : or(ilike(job.label, pattern), ilike(job.jobId, pattern)),
        from === null
          ? undefined
          : sql`(${usedAt}, ${job.account}, ${job.jobId}) < (${from.u}::timestamptz, ${from.a}, ${from.j})`,
      ),
    )
    .orderBy(desc(usedAt), desc(job.account), desc(job.jobId))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    rows: page.map(({ row }) => row),
    nextCursor: more ? encodeCursor({ u: last.usedAt, a: last.row.account, j: last.row.jobId }) : null,
  }
}

/** @throws Error when the job was never opened */
export async function renameJob(
  db: Db,
  { label, ...key }: JobKey & { label: string | null },
): Promise<JobRow> {
  return only(await db.update(job).set({ label }).where(isJob(key)).returning())
}

/** Keeps a job beyond the time that unused ones are, or no longer. @returns null for one that is not stored */
export async function setKeep(
  db: Db,
  key: JobKey,
  keep: { reason: string; by: string; at: Date } | null,
): Promise<JobRow | null> {
  const set = { keepReason: keep?.reason ?? null, keptBy: keep?.by ?? null, keptAt: keep?.at ?? null }
  const [row] = await db.update(job).set(set).where(isJob(key)).returning()
  return row ?? null
}

/** Sets by which rule an unused job is deleted, and from when. @returns null for one that is not stored */
export async function setRetention(
  db: Db,
  key: JobKey,
  rule: { preset: string | null; from: Date | null },
): Promise<JobRow | null> {
  const set = { retentionPreset: rule.preset, retentionFrom: rule.from }
  const [row] = await db.update(job).set(set).where(isJob(key)).returning()
  return row ?? null
}

/** Notes that the people of a job tell when they applied, or what they learned. Once somebody did, it stays so. */
export async function noteKnown(db: Db, key: JobKey, people: readonly Person[]): Promise<void> {
  const hasApplied = people.some(({ appliedAt }) => appliedAt !== null)
  const hasEducation = people.some(({ education }) => education.length > 0)
  if (!hasApplied && !hasEducation) return
  const set = { ...(hasApplied ? { hasApplied } : {}), ...(hasEducation ? { hasEducation } : {}) }
  await db.update(job).set(set).where(isJob(key))
}

const pass: z.ZodType<Pass> = z.object({
  no: z.int(),
  frontier: z.int(),
  back: z.array(z.object({ from: z.int(), to: z.int() })),
  last: z.boolean(),
  ended: z.boolean(),
  seen: z.int(),
  moved: z.boolean(),
  shifts: z.int(),
  left: z.int(),
  risen: z.int(),
  inserted: z.boolean(),
  repeats: z.int(),
  empty: z.int(),
})
const drift = z.object({
  proven: z.boolean(),
  front: z.nullable(z.int()),
  unfound: z.int(),
  read: pass,
  again: z.nullable(pass),
})

type ListUpdate = { list: ListState; fetchedAt: Date; revision: number; careerFrom?: number | null }

/**
 * Keeps what a fetch learned of the list.
 * @param careerFrom where the earliest career of its rows begins, months since year 0
 * @throws Error when the job was never opened
 */
export async function saveList(
  db: Db,
  key: JobKey,
  { list, fetchedAt, revision, careerFrom = null }: ListUpdate,
): Promise<JobRow> {
  const { total, stored, gone, fetched, ...rest } = list
  const { frontier, ended } = rest.read
  const set = {
    total,
    stored,
    gone,
    fetched,
    frontier,
    ended,
    drift: JSON.stringify(rest),
    fetchedAt,
    revision,
    careerFrom: sql`least(${job.careerFrom}, ${careerFrom}::int)`,
  }
  return only(await db.update(job).set(set).where(isJob(key)).returning())
}

// Of a list that was read before passes were kept, its place is known and nothing of how it moved.
const fromPlace = ({ total, stored, frontier, ended }: JobRow): z.infer<typeof drift> => ({
  proven: ended && (total === null || stored >= total),
  front: null,
  unfound: total === null ? 0 : Math.max(0, total - stored),
  read: { ...newPass(1), frontier, last: ended, ended, seen: stored },
  again: null,
})

/** How far the list of a job is known. */
export function toListState(row: JobRow): ListState {
  const { total, stored, gone, fetched } = row
  const rest = row.drift === null ? fromPlace(row) : drift.parse(JSON.parse(row.drift))
  return { total, stored, gone, fetched, ...rest }
}

/** What the store knows of a list, and as which revision. */
export type KnownList = { list: ListState; revision: number }
export const toKnownList = (row: JobRow): KnownList => ({ list: toListState(row), revision: row.revision })
