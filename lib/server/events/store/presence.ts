import 'server-only'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { jobEventChannel } from '@/lib/server/db/listening'
import type { Db } from '@/lib/server/db/open-database'
import { job } from '@/lib/server/db/schema'
import { jobPresence } from '@/lib/server/db/team-schema'

export type Present = JobKey & { userId: string; userName: string }

// Two heartbeats may be late.
const isHere = gt(jobPresence.at, sql`now() - interval '50 seconds'`)
const announce = (db: Db, { account, jobId }: JobKey) =>
  db.execute(sql`select pg_notify(${jobEventChannel}, ${JSON.stringify([account, jobId, 0])})`)

/** Enters that somebody looks at a job, and announces it. Nothing happens where the job is not stored. */
export async function enterPresence(
  db: Db,
  { account, jobId, userId, userName }: Present,
  instance: string,
): Promise<void> {
  const { rowCount } = await db.execute(sql`
    insert into ${jobPresence} (account, job_id, user_id, user_name, instance)
    select ${job.account}, ${job.jobId}, ${userId}, ${userName}, ${instance} from ${job}
    where ${job.account} = ${account} and ${job.jobId} = ${jobId}
    on conflict (account, job_id, user_id, instance) do update set at = now(), user_name = excluded.user_name`)
  if (rowCount) await announce(db, { account, jobId })
}

/** Enters that they do so no more, and announces it. */
export async function leavePresence(db: Db, present: Present, instance: string): Promise<void> {
  const { account, jobId, userId } = present
  await db
    .delete(jobPresence)
    .where(
      and(
        eq(jobPresence.account, account),
        eq(jobPresence.jobId, jobId),
        eq(jobPresence.userId, userId),
        eq(jobPresence.instance, instance),
      ),
    )
  await announce(db, present)
}

/** Renews what an instance has entered, and forgets what instances that died had. */
export async function renewPresence(db: Db, instance: string): Promise<void> {
  await db
    .update(jobPresence)
    .set({ at: sql`now()` })
    .where(eq(jobPresence.instance, instance))
  await db.delete(jobPresence).where(lt(jobPresence.at, sql`now() - interval '5 minutes'`))
}

/** Forgets all that an instance has entered: it stops. */
export async function forgetInstance(db: Db, instance: string): Promise<void> {
  await db.delete(jobPresence).where(eq(jobPresence.instance, instance))
}

/** Who looks at a job, by name. */
export const listPresent = (db: Db, { account, jobId }: JobKey): Promise<{ id: string; name: string }[]> =>
  db
    .selectDistinctOn([jobPresence.userId], { id: jobPresence.userId, name: jobPresence.userName })
    .from(jobPresence)
    .where(and(eq(jobPresence.account, account), eq(jobPresence.jobId, jobId), isHere))
    .orderBy(asc(jobPresence.userId), asc(jobPresence.userName))
