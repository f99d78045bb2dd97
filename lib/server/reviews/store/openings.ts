import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { opening } from '@/lib/server/db/review-schema'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

type Member = { id: string; name: string }
type About = JobKey & { applicationId: string }
const target = [opening.account, opening.jobId, opening.applicationId, opening.userId]

/** Notes that a member has opened somebody, unless that is known. */
export async function noteOpening(
  tx: Db,
  about: About,
  { id: userId, name: userName }: Member,
  at: Date,
): Promise<void> {
  await tx
    .insert(opening)
    .values({ ...about, userId, userName, firstAt: at, lastAt: at })
    .onConflictDoNothing({ target })
}

/** Notes that a member opens somebody now. */
export async function renewOpening(
  tx: Db,
  about: About,
  { id: userId, name: userName }: Member,
  at: Date,
): Promise<void> {
  await tx
    .insert(opening)
    .values({ ...about, userId, userName, firstAt: at, lastAt: at })
    .onConflictDoUpdate({ target, set: { userName, lastAt: at } })
}

/** Adds to the time that somebody was on a member's screen. @returns when they opened them last; null where they never did */
export async function addShownTime(
  tx: Db,
  { account, jobId, applicationId }: About,
  userId: string,
  shownMs: number,
): Promise<Date | null> {
  const [row] = await tx
    .update(opening)
    .set({ shownMs: sql`${opening.shownMs} + ${shownMs}` })
    .where(
      sql`${opening.account} = ${account} and ${opening.jobId} = ${jobId}
        and ${opening.applicationId} = ${applicationId} and ${opening.userId} = ${userId}`,
    )
    .returning({ lastAt: opening.lastAt })
  return row?.lastAt ?? null
}
