import 'server-only'
import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { PersonCounts } from '@/lib/contracts/privacy'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, candidateChange, job, visitSeen } from '@/lib/server/db/schema'
import { shareLink, sharePerson, shareResponse } from '@/lib/server/db/share-schema'
import { derive } from './derived-columns'
import type { Application } from './find-person'
import type { JobKey } from './jobs'
import { erasedRecord } from './tombstones'

type Gone = Pick<PersonCounts, 'changes' | 'links' | 'responses'>

/** Rows about some applications of one job that are not the applicants' own. */
const aboutThem = (
  table: typeof candidateChange | typeof visitSeen | typeof shareResponse,
  { account, jobId }: JobKey,
  ids: readonly string[],
) => and(eq(table.account, account), eq(table.jobId, jobId), inArray(table.applicationId, [...ids]))

const shownTo = (db: Db, { account, jobId }: JobKey, ids: readonly string[]) =>
  and(
    inArray(sharePerson.applicationId, [...ids]),
    exists(
      db
        .select({ id: shareLink.id })
        .from(shareLink)
        .where(
          and(
            eq(shareLink.id, sharePerson.linkId),
            eq(shareLink.account, account),
            eq(shareLink.jobId, jobId),
          ),
        ),
    ),
  )

/** How much there is about some applications of a job beside their rows. */
export async function countAbout(db: Db, key: JobKey, ids: readonly string[]): Promise<Gone> {
  return {
    changes: await db.$count(candidateChange, aboutThem(candidateChange, key, ids)),
    links: await db.$count(sharePerson, shownTo(db, key, ids)),
    responses: await db.$count(shareResponse, aboutThem(shareResponse, key, ids)),
  }
}

/** Takes away all that is known about some applications of a job but their rows. @returns how much that was */
export async function forgetAbout(tx: Db, key: JobKey, ids: readonly string[]): Promise<Gone> {
  if (ids.length === 0) return { changes: 0, links: 0, responses: 0 }
  const counted = await countAbout(tx, key, ids)
  await tx.delete(candidateChange).where(aboutThem(candidateChange, key, ids))
  await tx.delete(visitSeen).where(aboutThem(visitSeen, key, ids))
  await tx.delete(shareResponse).where(aboutThem(shareResponse, key, ids))
  await tx.delete(sharePerson).where(shownTo(tx, key, ids))
  return counted
}

/**
 * Empties the rows of some applications of one job: that somebody applied, where they stand and what was paid stay.
 * Moves the job's edition on, so that no page made before is given again.
 */
export async function eraseApplications(tx: Db, key: JobKey, ids: readonly string[]): Promise<Gone> {
  const ofJob = and(eq(job.account, key.account), eq(job.jobId, key.jobId))
  // First, as a fetch does: whoever takes an answer in meanwhile waits.
  await tx
    .update(job)
    .set({ edition: sql`${job.edition} + 1` })
    .where(ofJob)
  const gone = await forgetAbout(tx, key, ids)
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
