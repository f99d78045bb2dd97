import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { opening } from '@/lib/server/db/review-schema'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

type Member = { id: string; name: string }
const target = [opening.account, opening.jobId, opening.applicationId, opening.userId]

/** Notes that a member has opened somebody, unless that is known. */
export async function noteOpening(
  tx: Db,
  about: JobKey & { applicationId: string },
  { id: userId, name: userName }: Member,
  at: Date,
): Promise<void> {
  await tx
    .insert(opening)
    .values({ ...about, userId, userName, firstAt: at, lastAt: at })
    .onConflictDoNothing({ target })
}
