import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { ListEvent } from '@/lib/contracts/job-events'
import type { Db } from '@/lib/server/db/open-database'
import { deleteAbout, type PersonRows } from '@/lib/server/db/person-tables'
import { candidate, job } from '@/lib/server/db/schema'
import { derive } from '@/lib/server/candidates/store/derived-columns'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import type { Application } from './find-person'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { erasedRecord } from '@/lib/server/candidates/store/tombstones'

/**
 * Empties the rows of some applications of one job: that somebody applied, where they stand and what was paid stay.
 * Moves the job's revision on, so that no page made before is given again, and tells those who look at the list.
 * @param by the member who erases
 */
export async function eraseApplications(
  tx: Db,
  key: JobKey,
  ids: readonly string[],
  by: string,
): Promise<PersonRows> {
  const ofJob = and(eq(job.account, key.account), eq(job.jobId, key.jobId))
  // First, as a fetch does: whoever takes an answer in meanwhile waits.
  const [list] = await tx
    .update(job)
    .set({ revision: sql`${job.revision} + 1` })
    .where(ofJob)
    .returning({ stored: job.stored, revision: job.revision })
  const gone = await deleteAbout(tx, key, ids)
  for (const applicationId of ids) {
    const person = erasedRecord(applicationId)
    await tx
      .update(candidate)
      .set({
        ...derive(person),
        person: JSON.stringify(person),
        raw: '{}',
        erased: true,
        newIn: 0,
        newsIn: 0,
      })
      .where(
        and(
          eq(candidate.account, key.account),
          eq(candidate.jobId, key.jobId),
          eq(candidate.applicationId, applicationId),
        ),
      )
  }
  if (list) {
    const data: Omit<ListEvent, 'by'> = { ...list, new: 0, changed: ids.length, gone: 0 }
    await recordJobEvent(tx, key, { kind: 'list', data, by })
  }
  return gone
}

/** Applications by their job, in an order that all who lock jobs one after the other keep to. */
export function byJob(rows: readonly Application[]): { key: JobKey; ids: string[] }[] {
  const groups = new Map<string, { key: JobKey; ids: string[] }>()
  for (const { account, jobId, applicationId } of rows) {
    const name = JSON.stringify([account, jobId])
    const group = groups.get(name) ?? { key: { account, jobId }, ids: [] }
    group.ids.push(applicationId)
    groups.set(name, group)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
