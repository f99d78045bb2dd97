import 'server-only'
import { sql } from 'drizzle-orm'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { isSamePerson } from '@/lib/server/candidates/store/same-person'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'

/** The applications of these people to other jobs of the account, by job. */
export async function listOtherApplications(
  db: Db,
  { account, jobId }: JobKey,
  applicationIds: readonly string[],
): Promise<{ jobId: string; ids: string[] }[]> {
  if (applicationIds.length === 0) return []
  const { rows } = await db.execute<{ jobId: string; ids: string[] }>(sql`
    select o.job_id as "jobId", json_agg(distinct o.application_id) as ids
    from ${candidate} join ${candidate} o on ${isSamePerson('o')} and o.job_id <> "candidate"."job_id"
    where "candidate"."account" = ${account} and "candidate"."job_id" = ${jobId}
      and "candidate"."application_id" = any(${textArray(applicationIds)})
    group by o.job_id order by o.job_id`)
  return rows
}
