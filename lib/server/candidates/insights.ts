import 'server-only'
import { sql } from 'drizzle-orm'
import type { FacetKey } from '@/lib/contracts/facets'
import type { Insights } from '@/lib/contracts/insights'
import type { View } from '@/lib/contracts/view'
import type { Context } from '@/lib/server/auth/context'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { listVersion } from '@/lib/server/candidates/store/list-version'
import { countWithheld } from '@/lib/server/candidates/store/withheld'
import type { Db } from '@/lib/server/db/open-database'
import type { JobRef } from '@/lib/url/paths'
import { countMarkCharts, countRowCharts } from './insight-charts'
import { jobByKey } from './job'
import type { PageCache } from './page-cache'
import { toReaderKey } from './reader-key'
import { facetsInUse, readerOfRows, versionOfRows } from './rows-version'

/** What people did that is drawn, by its facets. */
const chartFacets = ['decision', 'criteria'] as const

/**
 * What the people of a view are like, as counts, all as of one moment. Charts that were asked for before are given again
 * for as long as nothing they count has changed: a decision leaves those of who applicants are. Free.
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
    const source = teamSource(key)
    const counted = { source, where: matches(source, view) }
    const inUse = facetsInUse(view)
    const question = (facets: FacetKey[]) =>
      JSON.stringify([key.account, key.jobId, readerOfRows(view, key, list, facets), view])
    const { charts, matched } = await kept.insights.of(
      question(inUse),
      versionOfRows(view, list, inUse),
      () => countRowCharts(db, counted, job.hasApplied),
    )
    const drawn = [...inUse, ...chartFacets]
    const marks = await kept.markInsights.of(question(drawn), versionOfRows(view, list, drawn), () =>
      countMarkCharts(db, counted, { reader: key.reader, matched }),
    )
    const withheld = list.withheld ? await countWithheld(db, key) : 0
    const counts = { matched, stored: job.stored, total: job.total }
    return { charts: { ...charts, ...marks }, counts, job, withheld }
  }
  return context.db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
