import 'server-only'
import {
  and,
  count,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { CandidateSource } from '@/lib/server/candidates/store/candidate-source'
import { holdTombstones } from '@/lib/server/candidates/store/tombstones'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { guestCandidate, shareLink } from '@/lib/server/db/share-schema'
import type { OpenLink } from './share-links'

export type GuestRow = typeof guestCandidate.$inferInsert

const ofLink = (linkId: string) => eq(guestCandidate.linkId, linkId)

/** The people of a link as its guests read them. Nobody tells them when somebody came or applied. */
export const guestSource = (linkId: string): CandidateSource => ({
  table: guestCandidate,
  columns: {
    ...guestCandidate,
    id: guestCandidate.ref,
    firstSeenMs: sql<number>`0::bigint`,
    appliedMs: sql<null>`null::bigint`,
    nowTitles: sql`array[]::text[]`,
    nowTitleFolded: sql`array[]::text[]`,
    tenure: sql`null::int`,
    tenureMax: sql`null::int`,
  },
  where: ofLink(linkId),
  hasNews: sql`false`,
  marks: null,
  shuffleSeed: null,
  countAll: (db) => db.$count(guestCandidate, ofLink(linkId)),
})

/** What a page is made of. */
export const guestColumns = { applicationId: guestCandidate.applicationId, person: guestCandidate.person }
export type GuestColumns = { applicationId: string; person: string }

/** Somebody by the key they go by in a link; null where nobody does. */
export async function findGuestRow(db: Db, linkId: string, ref: string): Promise<GuestColumns | null> {
  const [row] = await db
    .select(guestColumns)
    .from(guestCandidate)
    .where(and(ofLink(linkId), eq(guestCandidate.ref, ref)))
  return row ?? null
}

/** How many people a link has, and where the earliest of their careers begins, months since year 0. */
export async function summaryOf(
  db: Db,
  linkId: string,
): Promise<{ people: number; careerFrom: number | null }> {
  const [row] = await db
    .select({ people: count(), careerFrom: min(guestCandidate.careerFrom) })
    .from(guestCandidate)
    .where(ofLink(linkId))
  return { people: row?.people ?? 0, careerFrom: row?.careerFrom ?? null }
}

export type StoredRow = Pick<GuestRow, 'applicationId' | 'position' | 'madeOf' | 'pseudonym'>

/** What is stored of a link, without the people themselves. */
export const storedRows = (db: Db, linkId: string): Promise<StoredRow[]> =>
  db
    .select({
      applicationId: guestCandidate.applicationId,
      position: guestCandidate.position,
      madeOf: guestCandidate.madeOf,
      pseudonym: guestCandidate.pseudonym,
    })
    .from(guestCandidate)
    .where(ofLink(linkId))

/** Rows of any link of the job that shows the same fields: who is redacted for one is redacted for all. */
export const alikeRows = (
  db: Db,
  { account, jobId, fields }: OpenLink,
  applicationIds: readonly string[],
): Promise<Required<Pick<GuestRow, 'applicationId' | 'madeOf' | 'person'>>[]> =>
  db
    .selectDistinctOn([guestCandidate.applicationId, guestCandidate.madeOf], {
      applicationId: guestCandidate.applicationId,
      madeOf: guestCandidate.madeOf,
      person: guestCandidate.person,
    })
    .from(guestCandidate)
    .innerJoin(shareLink, eq(shareLink.id, guestCandidate.linkId))
    .where(
      and(
        eq(guestCandidate.account, account),
        eq(guestCandidate.jobId, jobId),
        inArray(guestCandidate.applicationId, [...applicationIds]),
        eq(shareLink.fields, fields),
      ),
    )

const batch = 1_000

/** Takes people out of a link who are in it no more. */
export async function deleteRows(db: Db, linkId: string, applicationIds: readonly string[]): Promise<void> {
  for (let at = 0; at < applicationIds.length; at += batch) {
    const ids = applicationIds.slice(at, at + batch)
    await db.delete(guestCandidate).where(and(ofLink(linkId), inArray(guestCandidate.applicationId, ids)))
  }
}

/** Gives people of a link another place in its order. */
export async function moveRows(
  db: Db,
  linkId: string,
  moved: readonly { applicationId: string; position: number }[],
): Promise<void> {
  for (let at = 0; at < moved.length; at += batch) {
    const places = moved
      .slice(at, at + batch)
      .map(({ applicationId, position }) => ({ id: applicationId, position }))
    await db.execute(sql`
      update ${guestCandidate} set position = place.position
      from json_to_recordset(${JSON.stringify(places)}::json) as place(id text, position int)
      where ${ofLink(linkId)} and ${guestCandidate.applicationId} = place.id`)
  }
}

const { linkId: _link, applicationId: _application, ...overwritten } = getTableColumns(guestCandidate)
const newest = Object.fromEntries(
  Object.entries(overwritten).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
)

async function notErased(
  tx: Db,
  { account, jobId }: OpenLink,
  rows: readonly GuestRow[],
): Promise<Set<string>> {
  const found = await tx
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(
      and(
        eq(candidate.account, account),
        eq(candidate.jobId, jobId),
        inArray(
          candidate.applicationId,
          rows.map(({ applicationId }) => applicationId),
        ),
        eq(candidate.erased, false),
      ),
    )
  return new Set(found.map(({ id }) => id))
}

/**
 * Stores some people of a link as its guests see them.
 * @returns false where the link was closed meanwhile, and nothing is stored
 */
export async function saveRows(db: Db, link: OpenLink, rows: readonly GuestRow[]): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Whoever is erased meanwhile is either seen here as erased, or found among these rows by the erasure.
    await holdTombstones(tx, 'share')
    const [open] = await tx
      .select({ id: shareLink.id })
      .from(shareLink)
      .where(and(eq(shareLink.id, link.id), isNull(shareLink.revokedAt)))
      .for('share')
    if (!open) return false
    const known = await notErased(tx, link, rows)
    const kept = rows.filter(({ applicationId }) => known.has(applicationId))
    if (kept.length === 0) return true
    await tx
      .insert(guestCandidate)
      .values(kept)
      .onConflictDoUpdate({ target: [guestCandidate.linkId, guestCandidate.applicationId], set: newest })
    return true
  })
}

/** Notes that everyone of a link is stored as of a version. */
export async function markReady(db: Db, linkId: string, version: string): Promise<void> {
  await db.update(shareLink).set({ readyFor: version }).where(eq(shareLink.id, linkId))
}

/** The version as of which everyone of a link is stored; null for none. */
export async function readyVersion(db: Db, linkId: string): Promise<string | null> {
  const [row] = await db
    .select({ readyFor: shareLink.readyFor })
    .from(shareLink)
    .where(eq(shareLink.id, linkId))
  return row?.readyFor ?? null
}

async function deleteInBatches(db: Db, links: SQL | undefined, stop?: AbortSignal): Promise<number> {
  let gone = 0
  while (stop?.aborted !== true) {
    const some = db
      .select({ at: sql`${guestCandidate}.ctid` })
      .from(guestCandidate)
      .innerJoin(shareLink, eq(shareLink.id, guestCandidate.linkId))
      .where(links)
      .limit(batch)
    const { rowCount } = await db.delete(guestCandidate).where(sql`ctid = any(array(${some}))`)
    gone += rowCount ?? 0
    if ((rowCount ?? 0) < batch) break
  }
  return gone
}

/** Deletes what is stored for the guests of a link that is closed. */
export const forgetLink = (db: Db, linkId: string): Promise<number> =>
  deleteInBatches(db, and(eq(shareLink.id, linkId), isNotNull(shareLink.revokedAt)))

/** Deletes what is stored for the guests of links that were revoked or have expired. @returns how many rows */
export const forgetClosedLinks = (db: Db, now: Date, stop: AbortSignal): Promise<number> =>
  deleteInBatches(db, or(isNotNull(shareLink.revokedAt), lte(shareLink.expiresAt, now)), stop)
