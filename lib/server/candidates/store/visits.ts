import 'server-only'
import { and, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, visit, visitSeen } from '@/lib/server/db/schema'
import type { JobKey } from './jobs'

/** A job as one reader has seen it. `today`: the day it is for them, `2026-04-01`; that of UTC where it is not known. */
export type ReaderKey = JobKey & { reader: string; today?: string }

/** The same as a query has it: values, or what stands for them. */
export type KeyInQuery = { account: SQL | string; jobId: SQL | string; reader: SQL | string }

// Before a first visit there is no "since": everything counts as seen.
const visitBase = ({ account, jobId, reader }: KeyInQuery) => sql`coalesce((select ${visit.base} from ${visit}
  where ${visit.account} = ${account} and ${visit.jobId} = ${jobId} and ${visit.reader} = ${reader}), 2147483647)`
const visitSeenRevision = ({
  reader,
}: KeyInQuery) => sql`coalesce((select ${visitSeen.revision} from ${visitSeen}
  where ${visitSeen.account} = ${candidate.account} and ${visitSeen.jobId} = ${candidate.jobId}
    and ${visitSeen.reader} = ${reader} and ${visitSeen.applicationId} = ${candidate.applicationId}), 0)`

/** The rows of a job with news that the reader has not seen. */
export const hasNews = (key: ReaderKey): SQL =>
  sql`(${candidate.newsIn} > 0 and ${candidate.newsIn} > ${visitBase(key)} and ${candidate.newsIn} > ${visitSeenRevision(key)})`
// The revision up to which a row is no news to the reader.
const seenUpTo = (key: KeyInQuery) => sql`greatest(${visitBase(key)}, ${visitSeenRevision(key)})`
/** Of these, the ones that came since. */
export const isNewcomer = (key: KeyInQuery) => sql<boolean>`${candidate.newIn} > ${seenUpTo(key)}`
/** The others: rated otherwise since. */
export const isRerated = (key: KeyInQuery) =>
  sql<boolean>`(${candidate.newsIn} > 0 and ${seenUpTo(key)} between ${candidate.newIn} and ${candidate.newsIn} - 1)`

const isVisit = ({ account, jobId, reader }: ReaderKey) =>
  and(eq(visit.account, account), eq(visit.jobId, jobId), eq(visit.reader, reader))
const isSeenIn = ({ account, jobId, reader }: ReaderKey) =>
  and(eq(visitSeen.account, account), eq(visitSeen.jobId, jobId), eq(visitSeen.reader, reader))
const isInJob = ({ account, jobId }: JobKey) =>
  and(eq(candidate.account, account), eq(candidate.jobId, jobId))

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
        sql`${candidate.newsIn} > 0 and ${candidate.newsIn} > ${seenUpTo(key)}`,
      ),
    )
    .groupBy(candidate.jobId)
  return new Map(rows.map(({ jobId, ...news }) => [jobId, news]))
}

type Seen = { applicationIds: readonly string[]; revision: number }

// A first visit begins here: whatever was stored by then is no news.
const touchVisit = (
  db: Db,
  { account, jobId, reader }: ReaderKey,
  { latest, at }: { latest: number; at: Date },
) =>
  db
    .insert(visit)
    .values({ account, jobId, reader, base: latest, at })
    .onConflictDoUpdate({ target: [visit.account, visit.jobId, visit.reader], set: { at } })

async function writeRows(
  db: Db,
  key: ReaderKey,
  applicationIds: readonly string[],
  value: { revision: number; looked: number },
): Promise<void> {
  if (applicationIds.length === 0) return
  const news = await db
    .select({ applicationId: candidate.applicationId })
    .from(candidate)
    .where(and(isInJob(key), inArray(candidate.applicationId, [...applicationIds]), hasNews(key)))
    // Their job is not deleted before this is written.
    .for('key share')
  if (news.length === 0) return
  const { account, jobId, reader } = key
  await db
    .insert(visitSeen)
    .values(news.map(({ applicationId }) => ({ account, jobId, reader, applicationId, ...value })))
    .onConflictDoUpdate({
      target: [visitSeen.account, visitSeen.jobId, visitSeen.reader, visitSeen.applicationId],
      set: {
        revision: sql`greatest(${visitSeen.revision}, excluded."edition")`,
        looked: sql`greatest(${visitSeen.looked}, excluded."looked")`,
      },
    })
}

/** Where no news is left, rows need not be remembered one by one. */
async function forgetRows(db: Db, key: ReaderKey, latest: number): Promise<void> {
  const [left] = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(isInJob(key), hasNews(key)))
    .limit(1)
  if (left) return
  await db
    .update(visit)
    .set({ base: sql`greatest(${visit.base}, ${latest})` })
    .where(isVisit(key))
  await db.delete(visitSeen).where(isSeenIn(key))
}

/**
 * These rows were on the reader's screen, as a revision of the job showed them. They stay news until the next visit.
 * @param latest the job's revision now
 */
export async function noteLooked(
  db: Db,
  key: ReaderKey,
  { applicationIds, revision }: Seen,
  now: { latest: number; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await touchVisit(tx, key, now)
    await writeRows(tx, key, applicationIds, { revision: 0, looked: revision })
  })
}

/**
 * The reader says that they have seen these rows, or all of the job, as a revision showed them: they are news no more.
 * @param now `latest`: the job's revision now
 */
export async function markSeen(
  db: Db,
  key: ReaderKey,
  { applicationIds, revision }: { applicationIds: readonly string[] | 'all'; revision: number },
  now: { latest: number; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await touchVisit(tx, key, now)
    if (applicationIds !== 'all') await writeRows(tx, key, applicationIds, { revision, looked: 0 })
    else {
      await tx
        .update(visit)
        .set({ base: sql`greatest(${visit.base}, ${revision})` })
        .where(isVisit(key))
    }
    await forgetRows(tx, key, now.latest)
  })
}

/**
 * The reader opens a job. After a pause that is another visit: what they looked at in the last one is news no more.
 * @param pauseMs how long without a look ends a visit
 */
export async function beginVisit(
  db: Db,
  key: ReaderKey,
  now: { latest: number; at: Date; pauseMs: number },
): Promise<void> {
  const { latest, at, pauseMs } = now
  await db.transaction(async (tx) => {
    const begun = await tx
      .update(visit)
      .set({ at })
      .where(and(isVisit(key), lt(visit.at, new Date(at.getTime() - pauseMs))))
      .returning({ reader: visit.reader })
    if (begun.length === 0) return
    await tx
      .update(visitSeen)
      .set({ revision: sql`greatest(${visitSeen.revision}, ${visitSeen.looked})`, looked: 0 })
      .where(and(isSeenIn(key), gt(visitSeen.looked, 0)))
    await forgetRows(tx, key, latest)
  })
}
