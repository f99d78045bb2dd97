import 'server-only'
import { sql } from 'drizzle-orm'
import type { Insights } from '@/lib/contracts/insights'
import type { View } from '@/lib/contracts/view'
import type { Context } from '@/lib/server/auth/context'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { listVersion } from '@/lib/server/candidates/store/list-version'
import { countWithheld } from '@/lib/server/candidates/store/withheld'
import type { Db } from '@/lib/server/db/open-database'
import type { JobRef } from '@/lib/url/paths'
import { countCharts } from './insight-charts'
import { jobByKey } from './job'
import type { PageCache } from './page-cache'
import { toReaderKey } from './reader-key'
import { facetsInUse, readerOfRows, versionOfRows } from './rows-version'

/** What people did that is drawn. */
const chartFacets = ['decision', 'criteria'] as const

/**
 * What the people of a view are like, as counts, all as of one moment. Charts that were asked for before are given again
 * for as long as nothing they count has changed. Free.
 * @throws AppError account_not_found
 */
export async function showInsights(
  context: Context,
  kept: PageCache,
  ref: JobRef,
  view: View,
): Promise<Insights> {
  const key = toReaderKey(context, ref)
  const read = async (db: Db) => {
    // Its queries read much and return little: compiling them would cost more than running them.
    await db.execute(sql`set local jit = off`)
    const job = await jobByKey({ ...context, db }, key)
    const list = await listVersion(db, key)
    const version = versionOfRows(view, list, chartFacets)
    const reader = readerOfRows(view, key, list, [...facetsInUse(view), ...chartFacets])
    const question = JSON.stringify([key.account, key.jobId, reader, view])
    const source = teamSource(key)
    const counted = { source, where: matches(source, view) }
    const { charts, matched } = await kept.insights.of(question, version, () =>
      countCharts(db, counted, { hasApplied: job.hasApplied, reader: key.reader }),
    )
    const withheld = list.withheld ? await countWithheld(db, key) : 0
    return { charts, counts: { matched, stored: job.stored, total: job.total }, job, withheld }
  }
  return context.db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
