import 'server-only'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import { jobEvent } from '@/lib/server/db/team-schema'

export type OutboxRow = { id: number; kind: string; data: string; by: string | null }

const isOf = ({ account, jobId }: JobKey) => and(eq(jobEvent.account, account), eq(jobEvent.jobId, jobId))

/** The events of a job after one of them, in their order. @param limit at the most */
export const readAfter = (db: Db, key: JobKey, after: number, limit: number): Promise<OutboxRow[]> =>
  db
    .select({ id: jobEvent.id, kind: jobEvent.kind, data: jobEvent.data, by: jobEvent.by })
    .from(jobEvent)
    .where(and(isOf(key), gt(jobEvent.id, after)))
    .orderBy(asc(jobEvent.id))
    .limit(limit)

/** The last event of a job; where it has none, the last of any job, so that a reader can come back to it. */
export async function latestId(db: Db, key: JobKey): Promise<number> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select coalesce(
      (select max(${jobEvent.id}) from ${jobEvent} where ${isOf(key)}),
      (select min(${jobEvent.id}) - 1 from ${jobEvent}),
      (select case when is_called then last_value else last_value - 1 end from job_event_id_seq)) as id`)
  return Number(rows[0]?.id ?? 0)
}

// Clocks of two machines differ, and a change is entered with the time at which its transaction began.
const marginMs = 15_000

/** The event after which everything comes that a page read at a moment may not have. @param since milliseconds */
export async function idBefore(db: Db, key: JobKey, since: number): Promise<number> {
  const from = new Date(since - marginMs)
  const { rows } = await db.execute<{ id: string | null }>(sql`
    select min(${jobEvent.id}) - 1 as id from ${jobEvent} where ${isOf(key)} and ${jobEvent.at} >= ${from.toISOString()}::timestamptz`)
  const id = rows[0]?.id
  return id === null || id === undefined ? latestId(db, key) : Number(id)
}

/** Whether everything after an event is still kept: what is swept is the oldest of all jobs together. */
export async function isKept(db: Db, after: number): Promise<boolean> {
  const { rows } = await db.execute<{ kept: boolean }>(sql`
    select ${after}::bigint <= s.last and ${after}::bigint >= coalesce((select min(${jobEvent.id}) - 1 from ${jobEvent}), s.last)
      as kept
    from (select case when is_called then last_value else last_value - 1 end as last from job_event_id_seq) s`)
  return rows[0]?.kept === true
}

/** Deletes what is older than a day. @returns how many events */
export async function sweepEvents(db: Db): Promise<number> {
  const { rowCount } = await db.delete(jobEvent).where(lt(jobEvent.at, sql`now() - interval '1 day'`))
  return rowCount ?? 0
}
