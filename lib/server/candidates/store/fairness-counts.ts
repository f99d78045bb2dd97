import 'server-only'
import { sql } from 'drizzle-orm'
import type { FairnessCounts, FairnessKey } from '@/lib/contracts/fairness'
import type { Db } from '@/lib/server/db/open-database'
import { decision, decisionStep } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import type { JobKey } from './jobs'
import { isWithheld } from './withheld'

/** What is counted of a job. */
export type FairnessFacts = { all: FairnessCounts; values: CountedValue[] }

/** A group of people, by what they have in common. */
export type CountedValue = FairnessCounts & { by: FairnessKey; value: string }

/**
 * How the people of a job stand decided, counted by what could have swayed whoever decided, in one reading of the job. A
 * decision counts as it stands now; who has none counts only where a group does not depend on one.
 * An hour is a quarter of one, counted from 1970: the reader's time zone makes hours of them.
 * @param reader whoever decisions are withheld from is told nothing of these people; null counts everyone
 */
export async function countFairness(
  db: Db,
  { account, jobId }: JobKey,
  reader: string | null,
): Promise<FairnessFacts> {
  const told = reader === null ? sql`` : sql`and not ${isWithheld(reader, 'c')}`
  const { rows } = await db.execute<CountedValue & { by: FairnessKey | null; value: string | null }>(sql`
    with stood as (
      select d.decision, d.opened::int::text as opened,
        ntile(4) over (order by c.position, c.application_id)::text as place,
        c.is_top_choice::int::text as top,
        case when s.id is null then null when s.kind = 'many' then 'many' else coalesce(s.via, 'unknown') end as via,
        case when s.id is null then null when s.view ~ '[?&]sort=-?shuffled(&|$)' then 'shuffled'
          when s.view ~ '[?&]sort=' then 'other' else 'network' end as "order",
        floor(extract(epoch from d.at) / 900)::bigint::text as hour
      from ${candidate} c
      left join ${decision} d on d.account = c.account and d.job_id = c.job_id and d.application_id = c.application_id
      left join ${decisionStep} s on s.id = d.step_id
      where c.account = ${account} and c.job_id = ${jobId} and not c.erased ${told}
    )
    select case when grouping(place) = 0 then 'place' when grouping("order") = 0 then 'order'
        when grouping(opened) = 0 then 'opened' when grouping(top) = 0 then 'top' when grouping(via) = 0 then 'via'
        when grouping(hour) = 0 then 'hour' end as by,
      coalesce(place, "order", opened, top, via, hour) as value,
      count(*)::int as people,
      (count(*) filter (where decision = 'shortlist'))::int as shortlist,
      (count(*) filter (where decision = 'maybe'))::int as maybe,
      (count(*) filter (where decision = 'reject'))::int as reject
    from stood group by grouping sets ((), (place), ("order"), (opened), (top), (via), (hour))
    order by 1, 2`)
  const none = { people: 0, shortlist: 0, maybe: 0, reject: 0 }
  const all = rows.find(({ by }) => by === null) ?? none
  const { people, shortlist, maybe, reject } = all
  return {
    all: { people, shortlist, maybe, reject },
    // Without a decision there is no hour, no order and no place on screen: that group is those who are undecided.
    values: rows.flatMap(({ by, value, ...counts }) =>
      by === null || value === null ? [] : [{ by, value, ...counts }],
    ),
  }
}
