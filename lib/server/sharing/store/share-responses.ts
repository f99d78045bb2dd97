import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { Vote } from '@/lib/contracts/votes'
import type { Db } from '@/lib/server/db/open-database'
import { shareResponse } from '@/lib/server/db/share-schema'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

/** One guest's word on one person of a link. */
export type ResponseKey = JobKey & { linkId: string; applicationId: string; guest: string }
export type Response = { guestName: string; vote: Vote | null; comment: string | null; at: Date }

/**
 * Keeps the last word of a guest on a person; one that says nothing takes the earlier away. The job's row moves with it,
 * which makes its kept marks out of date.
 * @returns false where the job was deleted meanwhile
 * @param id the same for the same guest and person, so that two answers at once are one row
 */
export async function saveResponse(db: Db, id: string, key: ResponseKey, said: Response): Promise<boolean> {
  return db.transaction(async (tx) => {
    const change = { what: 'votes', applicationIds: [key.applicationId], by: null }
    if (!(await touchMarks(tx, key, change))) return false
    if (said.vote === null && said.comment === null) {
      await tx.delete(shareResponse).where(eq(shareResponse.id, id))
    } else {
      await tx
        .insert(shareResponse)
        .values({ id, ...key, ...said })
        .onConflictDoUpdate({ target: shareResponse.id, set: said })
    }
    return true
  })
}

/** What a guest said in a link, the latest first. */
export const responsesOfGuest = (db: Db, linkId: string, guest: string) =>
  db
    .select({
      applicationId: shareResponse.applicationId,
      guestName: shareResponse.guestName,
      vote: shareResponse.vote,
      comment: shareResponse.comment,
    })
    .from(shareResponse)
    .where(and(eq(shareResponse.linkId, linkId), eq(shareResponse.guest, guest)))
    .orderBy(desc(shareResponse.at))
