import 'server-only'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { blindCandidate, blindReveal, blindReview } from '@/lib/server/db/blind-schema'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { isWithheld } from '@/lib/server/candidates/store/withheld'
import type { PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { preparedOnce } from '@/lib/server/db/prepared'
import { candidate } from '@/lib/server/db/schema'
import { decision } from '@/lib/server/db/review-schema'

export type ReviewRow = typeof blindReview.$inferSelect

/** Stands for everyone who reads the job. */
export const everyReader = ''

const activeQuery = preparedOnce((db) =>
  db
    .select()
    .from(blindReview)
    .where(inArray(blindReview.reader, [everyReader, sql.placeholder('reader')]))
    .prepare('blind_reviews'),
)

/** Every review that somebody reads in. Asked for with every request. */
export const reviewsOf = (db: Db, reader: string): Promise<ReviewRow[]> => activeQuery(db).execute({ reader })

const isReview = ({ account, jobId }: JobKey, reader: string) =>
  and(eq(blindReview.account, account), eq(blindReview.jobId, jobId), eq(blindReview.reader, reader))

export async function saveReview(tx: Db, row: ReviewRow): Promise<void> {
  const { until, hidesYears } = row
  await tx
    .insert(blindReview)
    .values(row)
    .onConflictDoUpdate({
      target: [blindReview.account, blindReview.jobId, blindReview.reader],
      // It began when it began.
      set: {
        until,
        hidesYears,
        readyFor: sql`case when ${blindReview.hidesYears} = excluded.hides_years then ${blindReview.readyFor} end`,
      },
    })
}

/** @returns false where there is none */
export async function deleteReview(tx: Db, key: JobKey, reader: string): Promise<boolean> {
  const { rowCount } = await tx.delete(blindReview).where(isReview(key, reader))
  return (rowCount ?? 0) > 0
}

/** Says that everyone of a version of the list is redacted. */
export async function markReady(db: Db, { account, jobId, hidesYears }: ReviewRow, version: string) {
  await db
    .update(blindReview)
    .set({ readyFor: version })
    .where(
      and(
        eq(blindReview.account, account),
        eq(blindReview.jobId, jobId),
        eq(blindReview.hidesYears, hidesYears),
      ),
    )
}

/** Whether everyone stored of a job has a decision that a reader may know of. */
export async function areAllDecided(db: Db, key: JobKey, reader: string): Promise<boolean> {
  const decided = sql`exists (select 1 from ${decision} d where d.account = "candidate"."account"
    and d.job_id = "candidate"."job_id" and d.application_id = "candidate"."application_id")
    and not ${isWithheld(reader)}`
  const [open] = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(ofJob(key), eq(candidate.erased, false), sql`not (${decided})`))
    .limit(1)
  return open === undefined
}

/** @returns false where the reader asked for the name before */
export async function addReveal(
  tx: Db,
  key: PersonKey,
  { id, name }: { id: string; name: string },
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx
    .insert(blindReveal)
    .values({ ...key, reader: id, readerName: name, at })
    .onConflictDoNothing()
  return (rowCount ?? 0) > 0
}

export async function countReveals(db: Db, { account, jobId }: JobKey, reader: string): Promise<number> {
  return db.$count(
    blindReveal,
    and(eq(blindReveal.account, account), eq(blindReveal.jobId, jobId), eq(blindReveal.reader, reader)),
  )
}

/**
 * How many people are without a name for a blind reader.
 * @param db as the reader reads it
 */
export async function countVeiled(db: Db, key: JobKey): Promise<number> {
  const [row] = await db
    .select({ people: count() })
    .from(candidate)
    .where(and(ofJob(key), isVeiledRow))
  return row?.people ?? 0
}

// A redacted row has no raw answer, which every other row that is not erased has.
const isVeiledRow = and(eq(candidate.raw, ''), eq(candidate.erased, false))

/** Whether somebody is without a name for a blind reader. @param db as the reader reads it */
export async function isVeiled(db: Db, key: PersonKey): Promise<boolean> {
  const [row] = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(ofJob(key), eq(candidate.applicationId, key.applicationId), isVeiledRow))
  return row !== undefined
}

/** Deletes what is stored for blind readers of jobs that have none any more. */
export async function forgetRedacted(tx: Db, { account, jobId }: JobKey): Promise<void> {
  await tx
    .delete(blindCandidate)
    .where(
      and(
        eq(blindCandidate.account, account),
        eq(blindCandidate.jobId, jobId),
        sql`not exists (select 1 from ${blindReview} r where r.account = ${account} and r.job_id = ${jobId})`,
      ),
    )
}
