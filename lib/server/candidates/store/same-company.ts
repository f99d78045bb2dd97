import 'server-only'
import { sql } from 'drizzle-orm'
import type { Decision } from '@/lib/contracts/decision-words'
import type { Db } from '@/lib/server/db/open-database'
import { decision } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { isToldTo } from './mark-columns'
import { isSamePerson } from './same-person'
import type { ReaderKey } from './visits'

type Row = { applicationId: string; person: string; decision: Decision | null; people: number }

/**
 * People of a job who name a company that somebody names as well, those shortlisted first and then by their place in the
 * list. Other applications of the same person are left out.
 * @param most how many are given
 */
export async function listSameCompany(
  db: Db,
  { account, jobId, reader }: ReaderKey,
  applicationId: string,
  most: number,
): Promise<{ rows: Row[]; people: number }> {
  const { rows } = await db.execute<Row>(sql`
    with sharing as (
      select o.application_id, o.account, o.job_id, o.position, o.person from ${candidate} as o, ${candidate}
      where "candidate"."account" = ${account} and "candidate"."job_id" = ${jobId}
        and "candidate"."application_id" = ${applicationId}
        and o.account = ${account} and o.job_id = ${jobId} and o.application_id <> ${applicationId}
        and o.company_folded && "candidate"."company_folded" and (${isSamePerson('o')}) is not true
    )
    select "candidate".application_id as "applicationId", "candidate".person, d.decision,
      (count(*) over ())::int as people
    from sharing as "candidate" left join ${decision} d on ${isToldTo(reader)}
    order by (d.decision is not distinct from 'shortlist') desc, "candidate".position limit ${most}`)
  return { rows, people: rows[0]?.people ?? 0 }
}
