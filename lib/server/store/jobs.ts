import 'server-only'
import { and, desc, eq, inArray, type Placeholder, sql } from 'drizzle-orm'
import type { Job } from '@/lib/contracts/job'
import { listStatus, type ListState } from '@/lib/domain/list-drift'
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

/**
 * Keeps what a fetch learned of the list.
 * @param careerFrom where the earliest career of its rows begins, months since year 0
 * @throws Error when the job was never opened
 */
export async function saveList(
  db: Db,
  key: JobKey,
  { list, fetchedAt, careerFrom = null }: { list: ListState; fetchedAt: Date; careerFrom?: number | null },
): Promise<JobRow> {
  return only(
    await db
      .update(job)
      .set({ ...list, fetchedAt, careerFrom: sql`least(${job.careerFrom}, ${careerFrom}::int)` })
      .where(isJob(key))
      .returning(),
  )
}

/** How far the list of a job is known. */
export const listOf = ({ total, stored, frontier, ended, fetched }: JobRow): ListState => ({
  total,
  stored,
  frontier,
  ended,
  fetched,
})

export const toJob = (row: JobRow): Job => ({
  jobId: row.jobId,
  account: row.account,
  label: row.label,
  total: row.total,
  stored: row.stored,
  fetchedAt: row.fetchedAt?.toISOString() ?? null,
  status: listStatus(listOf(row)),
  careerFrom: row.careerFrom,
})
