import 'server-only'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, visit, visitSeen } from '@/lib/server/db/schema'
import type { JobKey } from './jobs'

/** A job as one reader has seen it. */
export type ReaderKey = JobKey & { reader: string }

type Key = { account: SQL | string; jobId: SQL | string; reader: string }

// Before a first visit there is no "since": everything counts as seen.
const baseOf = ({ account, jobId, reader }: Key) => sql`coalesce((select ${visit.base} from ${visit}
  where ${visit.account} = ${account} and ${visit.jobId} = ${jobId} and ${visit.reader} = ${reader}), 2147483647)`
const seenOf = ({ reader }: Key) => sql`coalesce((select ${visitSeen.edition} from ${visitSeen}
  where ${visitSeen.account} = ${candidate.account} and ${visitSeen.jobId} = ${candidate.jobId}
    and ${visitSeen.reader} = ${reader} and ${visitSeen.applicationId} = ${candidate.applicationId}), 0)`

/** The rows of a job with news that the reader has not seen. */
export const hasNews = (key: ReaderKey): SQL =>
  sql`(${candidate.newsIn} > 0 and ${candidate.newsIn} > ${baseOf(key)} and ${candidate.newsIn} > ${seenOf(key)})`
const isNewcomer = (key: Key) => sql`${candidate.newIn} > greatest(${baseOf(key)}, ${seenOf(key)})`

const isVisit = ({ account, jobId, reader }: ReaderKey) =>
  and(eq(visit.account, account), eq(visit.jobId, jobId), eq(visit.reader, reader))
const isOf = ({ account, jobId }: JobKey) => and(eq(candidate.account, account), eq(candidate.jobId, jobId))

export type News = { new: number; rerated: number }

/** How many rows of each of these jobs of an account have news that the reader has not seen. */
export async function countNews(
  db: Db,
  { account, reader }: { account: string; reader: string },
  jobIds: readonly string[],
): Promise<Map<string, News>> {
  if (jobIds.length === 0) return new Map()
  const key = { account, jobId: sql`${candidate.jobId}`, reader }
  const newcomers = isNewcomer(key)
  const rows = await db
    .select({
      jobId: candidate.jobId,
      new: sql<number>`(count(*) filter (where ${newcomers}))::int`,
      rerated: sql<number>`(count(*) filter (where not (${newcomers})))::int`,
    })
    .from(candidate)
    .where(
      and(
        eq(candidate.account, account),
        inArray(candidate.jobId, [...jobIds]),
        sql`${candidate.newsIn} > 0 and ${candidate.newsIn} > greatest(${baseOf(key)}, ${seenOf(key)})`,
      ),
    )
    .groupBy(candidate.jobId)
  return new Map(rows.map(({ jobId, ...news }) => [jobId, news]))
}

/** Which of these applications are new to the reader, and which are rated otherwise. */
export async function newsOf(
  db: Db,
  key: ReaderKey,
  applicationIds: readonly string[],
): Promise<Map<string, 'new' | 'rerated'>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await db
    .select({ id: candidate.applicationId, newcomer: sql<boolean>`${isNewcomer(key)}` })
    .from(candidate)
    .where(and(isOf(key), inArray(candidate.applicationId, [...applicationIds]), hasNews(key)))
  return new Map(rows.map(({ id, newcomer }) => [id, newcomer ? 'new' : 'rerated']))
}

/**
 * The reader has seen these rows as an edition of the job showed them. A first visit begins here: whatever was stored by
 * then is no news. Where no news is left, the rows need not be remembered one by one.
 * @param latest the job's edition now
 */
export async function markSeen(
  db: Db,
  key: ReaderKey,
  { applicationIds, edition, latest }: { applicationIds: readonly string[]; edition: number; latest: number },
): Promise<void> {
  const { account, jobId, reader } = key
  await db.transaction(async (tx) => {
    await tx
      .insert(visit)
      .values({ account, jobId, reader, base: latest, at: sql`now()` })
      .onConflictDoUpdate({ target: [visit.account, visit.jobId, visit.reader], set: { at: sql`now()` } })
    if (applicationIds.length > 0) {
      const news = await tx
        .select({ applicationId: candidate.applicationId })
        .from(candidate)
        .where(and(isOf(key), inArray(candidate.applicationId, [...applicationIds]), hasNews(key)))
      const rows = news.map(({ applicationId }) => ({ account, jobId, reader, applicationId, edition }))
      if (rows.length > 0) {
        await tx
          .insert(visitSeen)
          .values(rows)
          .onConflictDoUpdate({
            target: [visitSeen.account, visitSeen.jobId, visitSeen.reader, visitSeen.applicationId],
            set: { edition: sql`greatest(${visitSeen.edition}, excluded."edition")` },
          })
      }
    }
    const [left] = await tx
      .select({ id: candidate.applicationId })
      .from(candidate)
      .where(and(isOf(key), hasNews(key)))
      .limit(1)
    if (left) return
    await tx
      .update(visit)
      .set({ base: sql`greatest(${visit.base}, ${latest})` })
      .where(isVisit(key))
    await tx
      .delete(visitSeen)
      .where(and(eq(visitSeen.account, account), eq(visitSeen.jobId, jobId), eq(visitSeen.reader, reader)))
  })
}
