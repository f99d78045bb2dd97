import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { jobEventChannel } from '@/lib/server/db/listening'
import { jobEvent } from '@/lib/server/db/team-schema'
import { job } from '@/lib/server/db/schema'
import type { JobEventKind } from '@/lib/contracts/job-events'
import type { JobKey } from './jobs'

/** What happened to a job: ids and counts, nothing of a person. */
export type JobEvent = {
  kind: JobEventKind
  data: Record<string, unknown>
  by: string | null
}

/**
 * Enters something in the outbox of a job's events, in the transaction in which it happens, and wakes those who follow the
 * job once it is committed. Locks the job's row before the event gets its id: events of one job become visible in the order
 * of their ids, so that whoever has read up to one of them has missed none before it.
 */
export async function recordJobEvent(tx: Db, { account, jobId }: JobKey, event: JobEvent): Promise<void> {
  const { kind, data, by } = event
  await tx.execute(sql`
    with locked as materialized (
      select ${job.account} as account, ${job.jobId} as job_id from ${job}
      where ${job.account} = ${account} and ${job.jobId} = ${jobId} for no key update
    ), entered as (
      insert into ${jobEvent} (account, job_id, kind, data, by)
      select account, job_id, ${kind}, ${JSON.stringify(data)}, ${by} from locked returning account, job_id, id
    )
    select pg_notify(${jobEventChannel}, json_build_array(account, job_id, id)::text) from entered`)
}

// More are told of as “some”: whoever hears of it reads what is on screen again.
const maxNamed = 500

/**
 * Says that people did something about applicants of a job: takes the job's row first, as everyone does who then writes
 * about its applicants, makes marks read before out of date, and tells those who look.
 * @param what which of their marks: `decision`, `notes`, …
 * @param applicationIds null for some of the job
 * @param by the member who did it; null for a guest
 * @returns false where the job was deleted meanwhile
 */
export async function touchMarks(
  tx: Db,
  key: JobKey,
  { what, applicationIds, by }: { what: string; applicationIds: readonly string[] | null; by: string | null },
): Promise<boolean> {
  const { rowCount } = await tx
    .update(job)
    .set({ responses: sql`${job.responses} + 1` })
    .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
  if (rowCount === 0) return false
  const named = applicationIds && applicationIds.length <= maxNamed ? applicationIds : null
  await recordJobEvent(tx, key, { kind: 'marks', data: { what, applicationIds: named }, by })
  return true
}

/**
 * Tells those who look that marks changed which no version holds, as claims. In a transaction of its own: what is told
 * has happened by then.
 */
export async function announceMarks(
  db: Db,
  key: JobKey,
  { what, applicationIds, by }: { what: string; applicationIds: readonly string[]; by: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const stored = await tx
      .select({ jobId: job.jobId })
      .from(job)
      .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
      .for('key share')
    if (stored.length === 0) return
    await recordJobEvent(tx, key, { kind: 'marks', data: { what, applicationIds }, by })
  })
}
