import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { decision, decisionReason } from '@/lib/server/db/review-schema'
import { job } from '@/lib/server/db/schema'
import { teamSetting } from '@/lib/server/db/team-schema'
import { textArray } from '@/lib/server/db/text-array'

export type ReasonRow = typeof decisionReason.$inferSelect
export type OfferedReason = Omit<ReasonRow, 'retiredAt'>

/** Every reason of the team, retired ones too, in the team's order. */
export const listReasons = (db: Db): Promise<ReasonRow[]> =>
  db.select().from(decisionReason).orderBy(asc(decisionReason.position), asc(decisionReason.id))

const reasonNeeded = 'reason_needed'

/** Whether a rejection needs a reason. */
export async function isReasonNeeded(db: Db): Promise<boolean> {
  const [row] = await db.select().from(teamSetting).where(eq(teamSetting.name, reasonNeeded))
  return row?.value === 'true'
}

export async function setReasonNeeded(db: Db, needed: boolean): Promise<void> {
  const value = String(needed)
  await db
    .insert(teamSetting)
    .values({ name: reasonNeeded, value })
    .onConflictDoUpdate({ target: teamSetting.name, set: { value } })
}

/** Makes those who save the list come one after the other, until the transaction ends. */
export async function lockReasons(tx: Db): Promise<void> {
  await tx.execute(sql`lock table ${decisionReason} in share row exclusive mode`)
}

/** Offers these reasons, and no others. */
export async function saveReasons(tx: Db, offered: readonly OfferedReason[], at: Date): Promise<void> {
  const ids = offered.map(({ id }) => id)
  await tx
    .update(decisionReason)
    .set({ retiredAt: at })
    .where(sql`${decisionReason.retiredAt} is null and not (${decisionReason.id} = any(${textArray(ids)}))`)
  for (const reason of offered) {
    const set = { ...reason, retiredAt: null }
    await tx.insert(decisionReason).values(set).onConflictDoUpdate({ target: decisionReason.id, set })
  }
}

/** Makes the marks of jobs out of date in which somebody was decided about for one of these reasons. */
export async function touchJobsWithReasons(tx: Db, reasonIds: readonly string[]): Promise<void> {
  if (reasonIds.length === 0) return
  // In the order in which everyone locks several jobs.
  await tx.execute(sql`
    with named as materialized (
      select j.account, j.job_id from ${job} j where exists (select 1 from ${decision} d
        where d.account = j.account and d.job_id = j.job_id and d.reason_id = any(${textArray(reasonIds)}))
      order by j.account, j.job_id for no key update of j)
    update ${job} set responses = responses + 1 from named
    where ${job.account} = named.account and ${job.jobId} = named.job_id`)
}
