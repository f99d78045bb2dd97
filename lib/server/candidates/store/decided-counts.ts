import 'server-only'
import { sql } from 'drizzle-orm'
import type { DecidedCounts } from '@/lib/contracts/job'
import type { Db } from '@/lib/server/db/open-database'
import { decision, opening } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { toRank } from './derived-columns'
import type { JobRow } from './jobs'
import { isWithheld } from './withheld'

/** How many applicants of a job the team decided what about, as a reader may know it, and how many of these nobody had opened. */
export async function countDecided(
  db: Db,
  { account, jobId, stored }: Pick<JobRow, 'account' | 'jobId' | 'stored'>,
  reader: string,
): Promise<DecidedCounts> {
  const { rows } = await db.execute<Omit<DecidedCounts, 'undecided'>>(sql`
    select (count(*) filter (where d.decision = 'shortlist'))::int as shortlist,
      (count(*) filter (where d.decision = 'maybe'))::int as maybe,
      (count(*) filter (where d.decision = 'reject'))::int as reject,
      (count(*) filter (where not exists (select 1 from ${opening} o where o.account = d.account
        and o.job_id = d.job_id and o.application_id = d.application_id)))::int as unopened,
      (select count(*)::int from ${candidate} c where c.account = ${account} and c.job_id = ${jobId}
        and c.rating_rank = ${toRank('NOT_A_FIT')} and c.gone_at is null) as "notAFit"
    from ${decision} d where d.account = ${account} and d.job_id = ${jobId}
      and not ${isWithheld(reader, 'd')}`)
  const { shortlist = 0, maybe = 0, reject = 0, unopened = 0, notAFit = 0 } = rows[0] ?? {}
  const undecided = Math.max(0, stored - shortlist - maybe - reject)
  return { shortlist, maybe, reject, undecided, unopened, notAFit }
}
