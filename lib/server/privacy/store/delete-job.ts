import 'server-only'
import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { JobDeleted } from '@/lib/contracts/job'
import { retentionPresetKeys, retentionPresets } from '@/lib/domain/retention-presets'
import type { Db } from '@/lib/server/db/open-database'
import type { PersonTable } from '@/lib/server/db/about-application'
import { noPersonRows, personTables } from '@/lib/server/db/person-tables'
import { candidate, job, visit } from '@/lib/server/db/schema'
import { erasedPerson, shareLink } from '@/lib/server/db/share-schema'
import { keepStatistics } from '@/lib/server/candidates/store/job-statistics'
import type { JobKey, JobRow } from '@/lib/server/candidates/store/jobs'

// Short enough that a process which is told to stop does so between two of them.
const batch = 2_000

/** A moment, and how many days an unused job is kept that has no rule of its own. */
export type Due = { at: Date; days: number }

const presetDays = sql.join(
  retentionPresetKeys.map((key) => sql`when ${key} then ${sql.raw(String(retentionPresets[key].days))}`),
  sql` `,
)
/** Since when a job has been unused for its time. The same as `purgeTime` in privacy/retention.ts. */
const overSince = (days: number) =>
  sql`greatest(${job.lastUsedAt} + (case ${job.retentionPreset} ${presetDays} else ${days}::int end) * interval '1 day',
    ${job.retentionFrom})`

const unused = ({ at, days }: Due) =>
  and(isNull(job.keepReason), sql`${overSince(days)} < ${at.toISOString()}::timestamptz`)

/** Jobs that nobody keeps, the first to be deleted first. @param which those whose time is over, or any */
export const unusedJobs = (db: Db, limit: number, due: Due, which: 'over' | 'any'): Promise<JobRow[]> =>
  db
    .select()
    .from(job)
    .where(which === 'over' ? unused(due) : isNull(job.keepReason))
    .orderBy(asc(overSince(due.days)), asc(job.account), asc(job.jobId))
    .limit(limit)

/** Jobs that are kept beyond the time that unused ones are, the latest first. */
export const keptJobs = (db: Db): Promise<JobRow[]> =>
  db
    .select()
    .from(job)
    .where(isNotNull(job.keepReason))
    .orderBy(sql`${job.keptAt} desc nulls last`, asc(job.account), asc(job.jobId))
    .limit(500)

/** How much is stored in all. */
export async function countStored(db: Db): Promise<{ jobs: number; applicants: number; erased: number }> {
  const [rows] = await db
    .select({ all: count(), erased: sql<number>`(count(*) filter (where ${candidate.erased}))::int` })
    .from(candidate)
  const erased = rows?.erased ?? 0
  return { jobs: await db.$count(job), applicants: (rows?.all ?? 0) - erased, erased }
}

/** Whether anybody was ever erased, or any job is stored: a store that was used before. */
export async function wasUsed(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ is: sql`1` })
    .from(job)
    .limit(1)
  const [other] = row
    ? [row]
    : await db
        .select({ is: sql`1` })
        .from(erasedPerson)
        .limit(1)
  return other !== undefined
}

const isInJob = (table: PersonTable | typeof candidate | typeof visit | typeof shareLink, key: JobKey) =>
  and(eq(table.account, key.account), eq(table.jobId, key.jobId))

async function deleteInBatches(
  tx: Db,
  table: PersonTable | typeof candidate,
  key: JobKey,
  stop: AbortSignal,
): Promise<number> {
  let gone = 0
  for (;;) {
    stop.throwIfAborted()
    const some = tx
      .select({ at: sql`ctid` })
      .from(table)
      .where(isInJob(table, key))
      .limit(batch)
    const { rowCount } = await tx.delete(table).where(sql`ctid = any(array(${some}))`)
    gone += rowCount ?? 0
    if ((rowCount ?? 0) < batch) return gone
  }
}

/**
 * Deletes a job with its applicants and all that hangs on them; the ledger and rounded counts, which name nobody, stay. Only in a
 * transaction: it happens whole or not at all.
 * @param only a moment: if its time is over then and it is not kept; `empty`: if nobody of it is stored; null: in any case
 * @returns what went; null where the condition does not hold, or there is no such job
 * @throws the reason of `stop` when it is aborted
 */
export async function deleteJob(
  tx: Db,
  key: JobKey,
  { only, stop }: { only: Due | 'empty' | null; stop: AbortSignal },
): Promise<JobDeleted | null> {
  const isJob = and(eq(job.account, key.account), eq(job.jobId, key.jobId))
  const condition = only === null ? undefined : only === 'empty' ? eq(job.stored, 0) : unused(only)
  // Locked before anything goes: who opens it meanwhile waits, and then finds a job that was never opened.
  const [row] = await tx.select({ stored: job.stored }).from(job).where(and(isJob, condition)).for('update')
  if (!row) return null
  await keepStatistics(tx, key)
  const counts = { ...noPersonRows }
  for (const { table, counted } of personTables) {
    const gone = await deleteInBatches(tx, table, key, stop)
    if (counted !== null) counts[counted] += gone
  }
  await tx.delete(visit).where(isInJob(visit, key))
  const links = (await tx.delete(shareLink).where(isInJob(shareLink, key))).rowCount ?? 0
  const applicants = await deleteInBatches(tx, candidate, key, stop)
  await tx.delete(job).where(isJob)
  return { applicants, changes: counts.changes, links }
}
