import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Decision } from '@/lib/contracts/decision-words'
import type { Db } from '@/lib/server/db/open-database'
import { decision, opening } from '@/lib/server/db/review-schema'
import { candidate, job } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

/** Somebody as a decision finds them. */
export type DecisionState = {
  applicationId: string
  erased: boolean
  /** What stands; null for nothing. */
  decision: Decision | null
  reasonId: string | null
  comment: string | null
  by: string | null
  byName: string | null
  /** Anyone of the team opened them. */
  seen: boolean
}

/**
 * Locks a job's row until the transaction ends: everyone who writes about its applicants takes it first, so that they
 * come one after the other.
 * @returns false where the job is not stored
 */
export async function lockJobOfMarks(tx: Db, { account, jobId }: JobKey): Promise<boolean> {
  const rows = await tx
    .select({ jobId: job.jobId })
    .from(job)
    .where(and(eq(job.account, account), eq(job.jobId, jobId)))
    .for('no key update')
  return rows.length > 0
}

/** What stands about these applications, which nobody can delete before the transaction ends. Those not stored are left out. */
export async function readStates(tx: Db, key: JobKey, ids: readonly string[]): Promise<DecisionState[]> {
  const { rows } = await tx.execute<DecisionState>(sql`
    select c.application_id as "applicationId", c.erased, d.decision, d.reason_id as "reasonId", d.comment, d.by,
      d.by_name as "byName", exists (select 1 from ${opening} o where o.account = c.account and o.job_id = c.job_id
        and o.application_id = c.application_id) as seen
    from ${candidate} c
    left join ${decision} d on d.account = c.account and d.job_id = c.job_id and d.application_id = c.application_id
    where c.account = ${key.account} and c.job_id = ${key.jobId} and c.application_id = any(${textArray(ids)})
    order by c.application_id
    for key share of c`)
  return rows
}
