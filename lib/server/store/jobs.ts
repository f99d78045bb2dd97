import 'server-only'
import { and, desc, eq, inArray, type Placeholder, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '@/lib/contracts/candidate'
import type { ListState } from '@/lib/domain/list-drift'
import { newPass, type Pass } from '@/lib/domain/list-pass'
import type { Db } from '@/lib/server/db/open-database'
import { job } from '@/lib/server/db/schema'

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

const prepareJob = (db: Db) =>
  db
    .select()
    .from(job)
    .where(isJob({ account: sql.placeholder('account'), jobId: sql.placeholder('jobId') }))
    .prepare('job_by_key')
const prepared = new WeakMap<Db, ReturnType<typeof prepareJob>>()

/** Asked for with every page: its query is written once for each connection pool, and planned once in each connection. */
export async function getJob(db: Db, key: JobKey): Promise<JobRow | null> {
  const query = prepared.get(db) ?? prepareJob(db)
  prepared.set(db, query)
  const [row] = await query.execute(key)
  return row ?? null
}

/** Last used first. */
export const listJobs = (
  db: Db,
  { accounts, limit }: { accounts: string[]; limit: number },
): Promise<JobRow[]> =>
  db
    .select()
    .from(job)
    .where(inArray(job.account, accounts))
    .orderBy(sql`${job.lastUsedAt} desc nulls last`, desc(job.jobId))
    .limit(limit)

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

type Learned = { list: ListState; fetchedAt: Date; edition: number; careerFrom?: number | null }

/**
 * Keeps what a fetch learned of the list.
 * @param careerFrom where the earliest career of its rows begins, months since year 0
 * @throws Error when the job was never opened
 */
export async function saveList(
  db: Db,
  key: JobKey,
  { list, fetchedAt, edition, careerFrom = null }: Learned,
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
    edition,
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
export function listOf(row: JobRow): ListState {
  const { total, stored, gone, fetched } = row
  const rest = row.drift === null ? fromPlace(row) : drift.parse(JSON.parse(row.drift))
  return { total, stored, gone, fetched, ...rest }
}
