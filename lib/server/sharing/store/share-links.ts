import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '@/lib/server/db/open-database'
import { job } from '@/lib/server/db/schema'
import { guestCandidate, shareLink, sharePerson, shareResponse } from '@/lib/server/db/share-schema'
import { cursorTime, decodeCursor, encodeCursor, toCursorTime } from '@/lib/server/platform/cursor'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { holdTombstones } from '@/lib/server/candidates/store/tombstones'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { freezeSelected, type Selection } from './link-members'

export type LinkRow = typeof shareLink.$inferSelect
type Later = 'revokedAt' | 'opened' | 'lastOpenedAt' | 'readyFor' | 'doneAt' | 'doneBy'
export type NewLink = Omit<LinkRow, Later>
type Counts = {
  jobLabel: string | null
  people: number
  responses: number
  /** People guests voted on. */
  voted: number
  /** People whose rows are stored for its guests. */
  prepared: number
}
export type ListedLink = LinkRow & Counts

/**
 * Keeps a link, and the people of a frozen one as they are now.
 * @param frozen the people to keep with it, and the member who selected them; null for a live link
 * @returns how many people were kept with it; null for a live link
 */
export async function insertLink(
  db: Db,
  link: NewLink,
  frozen: { reader: ReaderKey; selection: Selection } | null,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    // Who is erased while the link is made is either seen here as erased, or taken out of the link by the erasure.
    await holdTombstones(tx, 'share')
    await tx.insert(shareLink).values(link)
    return frozen && freezeSelected(tx, frozen.reader, link.id, frozen.selection)
  })
}

const countRows = (table: typeof sharePerson | typeof shareResponse | typeof guestCandidate) =>
  sql<number>`(select count(*)::int from ${table} where ${table.linkId} = ${shareLink.id})`

const listed = (db: Db) =>
  db
    .select({
      link: shareLink,
      createdAt: toCursorTime(shareLink.createdAt),
      jobLabel: job.label,
      people: countRows(sharePerson),
      responses: countRows(shareResponse),
      voted: sql<number>`(select count(distinct ${shareResponse.applicationId})::int from ${shareResponse}
        where ${shareResponse.linkId} = ${shareLink.id} and ${shareResponse.vote} is not null
          and (${shareLink.kind} = 'frozen' or ${shareLink.readyFor} is null
            or exists (select 1 from ${guestCandidate} where ${guestCandidate.linkId} = ${shareLink.id}
              and ${guestCandidate.applicationId} = ${shareResponse.applicationId})))`,
      prepared: countRows(guestCandidate),
    })
    .from(shareLink)
    .leftJoin(job, and(eq(job.account, shareLink.account), eq(job.jobId, shareLink.jobId)))

const linkCursor = z.object({ c: cursorTime, i: z.string() })

/**
 * A page of the links of these accounts, or of one job, the newest first.
 * @param cursor as an earlier page gave it
 * @throws BadCursorError
 */
export async function listLinks(
  db: Db,
  { accounts, job: only }: { accounts: string[]; job: JobKey | null },
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ rows: ListedLink[]; nextCursor: string | null }> {
  const from = cursor === null ? null : decodeCursor(linkCursor, cursor)
  const found = await listed(db)
    .where(
      and(
        only
          ? and(eq(shareLink.account, only.account), eq(shareLink.jobId, only.jobId))
          : inArray(shareLink.account, accounts),
        from === null
          ? undefined
          : sql`(${shareLink.createdAt}, ${shareLink.id}) < (${from.c}::timestamptz, ${from.i})`,
      ),
    )
    .orderBy(desc(shareLink.createdAt), desc(shareLink.id))
    .limit(limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const more = found.length > limit && last !== undefined
  return {
    rows: page.map(({ link, createdAt: _exactly, ...counts }) => ({ ...link, ...counts })),
    nextCursor: more ? encodeCursor({ c: last.createdAt, i: last.link.id }) : null,
  }
}

/** One link, whatever its state. */
export async function getLink(db: Db, id: string): Promise<ListedLink | null> {
  const [row] = await listed(db).where(eq(shareLink.id, id))
  if (!row) return null
  const { link, createdAt: _exactly, ...counts } = row
  return { ...link, ...counts }
}

/** Closes a link for good. @returns false where it is closed already, or none */
export async function revokeLink(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(shareLink)
    .set({ revokedAt: at })
    .where(and(eq(shareLink.id, id), isNull(shareLink.revokedAt)))
    .returning({ id: shareLink.id })
  return rows.length > 0
}

export type OpenLink = LinkRow & { fetchedAt: Date | null }

/**
 * The link of a token while it is open and its job is kept. One question to the store whatever the answer: a wrong token
 * takes as long as one that was revoked.
 */
export async function findOpenLink(db: Db, tokenHash: string, now: Date): Promise<OpenLink | null> {
  const [row] = await db
    .select({ link: shareLink, fetchedAt: job.fetchedAt })
    .from(shareLink)
    .innerJoin(job, and(eq(job.account, shareLink.account), eq(job.jobId, shareLink.jobId)))
    .where(and(eq(shareLink.tokenHash, tokenHash), isNull(shareLink.revokedAt), gt(shareLink.expiresAt, now)))
  return row ? { ...row.link, fetchedAt: row.fetchedAt } : null
}

/**
 * Keeps that a guest is done with a link, or that they are not after all. The first who is done stands. The job's row is
 * taken first, as whoever deletes the job does.
 * @param tx the transaction in which it is written down and told
 * @param done null takes it back
 * @returns false where nothing changed by it
 */
export async function saveDone(
  tx: Db,
  { id, account, jobId }: OpenLink,
  done: { at: Date; by: string } | null,
): Promise<boolean> {
  const ofLink = and(eq(job.account, account), eq(job.jobId, jobId))
  await tx.select({ jobId: job.jobId }).from(job).where(ofLink).for('key share')
  const before = done === null ? isNotNull(shareLink.doneAt) : isNull(shareLink.doneAt)
  const rows = await tx
    .update(shareLink)
    .set({ doneAt: done?.at ?? null, doneBy: done?.by ?? null })
    .where(and(eq(shareLink.id, id), isNull(shareLink.revokedAt), before))
    .returning({ id: shareLink.id })
  return rows.length > 0
}

/** Another browser opened it. */
export async function countOpening(db: Db, id: string, at: Date): Promise<void> {
  await db
    .update(shareLink)
    .set({ opened: sql`${shareLink.opened} + 1`, lastOpenedAt: at })
    .where(eq(shareLink.id, id))
}

/** A browser that opened it before is back. */
export async function noteOpening(db: Db, id: string, at: Date): Promise<void> {
  await db.update(shareLink).set({ lastOpenedAt: at }).where(eq(shareLink.id, id))
}
