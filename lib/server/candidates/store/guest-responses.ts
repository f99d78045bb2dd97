import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { GuestResponse } from '@/lib/contracts/votes'
import { aboutApplicant } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { shareLink, shareResponse } from '@/lib/server/db/share-schema'
import type { JobKey } from './jobs'

/** Everything guests said of a person, in any link of the job, the latest first. */
export async function listResponses(db: Db, key: JobKey, applicationId: string): Promise<GuestResponse[]> {
  const rows = await db
    .select({
      guestName: shareResponse.guestName,
      vote: shareResponse.vote,
      comment: shareResponse.comment,
      linkTitle: shareLink.title,
      at: shareResponse.at,
    })
    .from(shareResponse)
    .innerJoin(shareLink, eq(shareLink.id, shareResponse.linkId))
    .where(aboutApplicant(shareResponse, { ...key, applicationId }))
    .orderBy(desc(shareResponse.at))
    .limit(200)
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
}
