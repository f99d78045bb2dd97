import 'server-only'
import type { SeenRows, Visited } from '@/lib/contracts/visit'
import * as jobs from '@/lib/server/candidates/store/jobs'
import * as visits from '@/lib/server/candidates/store/visits'
import type { JobRef } from '@/lib/url/paths'
import type { Context } from '@/lib/server/auth/context'
import { jobByKey } from './job'
import { toReaderKey } from './reader-key'

/**
 * What a reader has seen of a job's news. Rows that were on their screen stay news until their next visit; what they say
 * they have seen is news no more. The first time, all that is stored counts as seen.
 * @throws AppError account_not_found
 */
export async function markSeen(context: Context, ref: JobRef, seen: SeenRows): Promise<Visited> {
  const key = toReaderKey(context, ref)
  const row = await jobs.getJob(context.db, key)
  if (row) {
    const revision = Math.min(row.revision, seen.revision ?? row.revision)
    const { applicationIds } = seen
    const now = { latest: row.revision, at: context.now() }
    if (seen.looked) await visits.noteLooked(context.db, key, { applicationIds, revision }, now)
    else {
      const which = seen.all ? ('all' as const) : applicationIds
      await visits.markSeen(context.db, key, { applicationIds: which, revision }, now)
    }
  }
  const { revision, sinceVisit } = await jobByKey(context, key)
  return { revision, sinceVisit }
}
