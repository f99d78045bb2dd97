import 'server-only'
import type { SeenRows, Visited } from '@/lib/contracts/visit'
import * as jobs from '@/lib/server/store/jobs'
import * as visits from '@/lib/server/store/visits'
import type { JobRef } from '@/lib/url/paths'
import { type Context, readerKeyOf } from './context'
import { jobByKey } from './jobs'

/**
 * A reader has seen these rows on their screen: they are news no more. The first time, all that is stored counts as seen.
 * @throws AppError account_not_found
 */
export async function markSeen(context: Context, ref: JobRef, seen: SeenRows): Promise<Visited> {
  const key = readerKeyOf(context, ref)
  const row = await jobs.getJob(context.db, key)
  if (row) {
    const edition = Math.min(row.edition, seen.edition ?? row.edition)
    const { applicationIds } = seen
    await visits.markSeen(context.db, key, { applicationIds, edition, latest: row.edition })
  }
  const { edition, sinceVisit } = await jobByKey(context, key)
  return { edition, sinceVisit }
}
