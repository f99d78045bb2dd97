import 'server-only'
import { and, eq, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { ClaimMark } from '@/lib/contracts/decisions'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import { claim } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'

/** Who claims: a member, in one of their tabs. */
export type Holder = { userId: string; userName: string; holder: string }

// Always the database's clock: those of app servers differ, and may be set while a claim runs.
const minutes = 5
export const claimEnd = sql<Date>`now() + ${sql.raw(String(minutes))} * interval '1 minute'`
/** A claim whose time has run out. */
export const isOver = sql`${claim.until} <= now()`

const isOf = ({ account, jobId }: JobKey) => and(eq(claim.account, account), eq(claim.jobId, jobId))
/** A claim of this tab. */
export const isHeldBy = ({ userId, holder }: Holder) =>
  and(eq(claim.userId, userId), eq(claim.holder, holder))

const target = [claim.account, claim.jobId, claim.applicationId]
const renewal = ({ userId, userName, holder }: Holder) => ({ userId, userName, holder, until: claimEnd })

/**
 * Claims somebody, or renews the claim, in one statement: only where nobody else has them.
 * @param takeOver also where somebody else has them
 * @returns false where somebody else has them, or they are not stored
 */
export async function claimPerson(
  db: Db,
  { account, jobId }: JobKey,
  applicationId: string,
  by: Holder,
  takeOver = false,
): Promise<boolean> {
  const stored = db
    .select({
      account: sql<string>`${candidate.account}`.as('account'),
      jobId: sql<string>`${candidate.jobId}`.as('job_id'),
      applicationId: sql<string>`${candidate.applicationId}`.as('application_id'),
      userId: sql<string>`${by.userId}::text`.as('user_id'),
      userName: sql<string>`${by.userName}::text`.as('user_name'),
      holder: sql<string>`${by.holder}::text`.as('holder'),
      until: claimEnd.as('until'),
    })
    .from(candidate)
    .where(
      and(
        eq(candidate.account, account),
        eq(candidate.jobId, jobId),
        eq(candidate.applicationId, applicationId),
      ),
    )
  const claimed = await db
    .insert(claim)
    .select(stored)
    .onConflictDoUpdate({
      target,
      set: renewal(by),
      ...(takeOver ? {} : { setWhere: or(isOver, isHeldBy(by)) }),
    })
    .returning({ applicationId: claim.applicationId })
  return claimed.length > 0
}

/** Ends the claims of a tab but for these. @returns of whom */
export async function releaseClaims(
  db: Db,
  key: JobKey,
  by: Holder,
  keep: readonly string[],
): Promise<string[]> {
  const ended = await db
    .delete(claim)
    .where(
      and(
        isOf(key),
        isHeldBy(by),
        keep.length === 0 ? undefined : notInArray(claim.applicationId, [...keep]),
      ),
    )
    .returning({ applicationId: claim.applicationId })
  return ended.map(({ applicationId }) => applicationId)
}

/** Ends one claim of a tab. @returns false where it had none */
export async function releaseClaim(db: Db, key: JobKey, applicationId: string, by: Holder): Promise<boolean> {
  const ended = await db
    .delete(claim)
    .where(and(isOf(key), isHeldBy(by), eq(claim.applicationId, applicationId)))
    .returning({ applicationId: claim.applicationId })
  return ended.length > 0
}

/** Who has these people now, by application. */
export async function findClaims(
  db: Db,
  key: JobKey,
  applicationIds: readonly string[],
): Promise<Map<string, ClaimMark & { holder: string }>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(claim)
    .where(and(isOf(key), inArray(claim.applicationId, [...applicationIds]), sql`not (${isOver})`))
  return new Map(
    rows.map(({ applicationId, userId, userName, until: end, holder }) => [
      applicationId,
      { by: { id: userId, name: userName }, until: end.toISOString(), holder },
    ]),
  )
}
