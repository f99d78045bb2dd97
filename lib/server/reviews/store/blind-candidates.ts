import 'server-only'
import { and, asc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { blindCandidate } from '@/lib/server/db/blind-schema'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'

export type RedactedRow = typeof blindCandidate.$inferInsert

const hash = sql<string>`encode(sha256(convert_to(${candidate.person}, 'UTF8')), 'base64')`

/** Of a job, whose redacted rows are missing or of another version. @param maker the version of what makes them */
export async function listDue(db: Db, key: JobKey, hidesYears: boolean, maker: string): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .leftJoin(
      blindCandidate,
      and(
        eq(blindCandidate.account, candidate.account),
        eq(blindCandidate.jobId, candidate.jobId),
        eq(blindCandidate.applicationId, candidate.applicationId),
        eq(blindCandidate.hidesYears, hidesYears),
      ),
    )
    .where(
      and(
        ofJob(key),
        eq(candidate.erased, false),
        or(isNull(blindCandidate.madeOf), sql`${blindCandidate.madeOf} <> ${maker} || '.' || ${hash}`),
      ),
    )
    .orderBy(asc(candidate.position))
  return rows.map(({ id }) => id)
}

/** Some applicants as stored, each with its hash. */
export const readPlain = (db: Db, key: JobKey, ids: readonly string[]) =>
  db
    .select({ applicationId: candidate.applicationId, person: candidate.person, hash })
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids]), eq(candidate.erased, false)))

/**
 * Of a job, who has a name or a profile that a pattern is in.
 * @param pattern a regular expression of folded texts
 */
export async function findNamed(db: Db, key: JobKey, pattern: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(
      and(
        ofJob(key),
        eq(candidate.erased, false),
        sql`(${candidate.nameFolded} ~ ${pattern} or ${candidate.publicIdentifier} ~ ${pattern})`,
      ),
    )
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Some applicants as blind readers get them. */
export const readRedacted = (db: Db, key: JobKey, hidesYears: boolean, ids: readonly string[]) =>
  db
    .select({
      applicationId: blindCandidate.applicationId,
      person: blindCandidate.person,
      searchText: blindCandidate.searchText,
    })
    .from(blindCandidate)
    .where(
      and(
        eq(blindCandidate.account, key.account),
        eq(blindCandidate.jobId, key.jobId),
        eq(blindCandidate.hidesYears, hidesYears),
        inArray(blindCandidate.applicationId, [...ids]),
      ),
    )

/** The names that people go by in a job, by application, each with all that have it. */
export async function takenPseudonyms(
  db: Db,
  { account, jobId }: JobKey,
  pseudonyms: readonly string[],
): Promise<{ applicationId: string; pseudonym: string }[]> {
  return db
    .selectDistinct({ applicationId: blindCandidate.applicationId, pseudonym: blindCandidate.pseudonym })
    .from(blindCandidate)
    .where(
      and(
        eq(blindCandidate.account, account),
        eq(blindCandidate.jobId, jobId),
        inArray(blindCandidate.pseudonym, [...pseudonyms]),
      ),
    )
}

/** Stores redacted rows of people who are still there. */
export async function saveRedacted(db: Db, key: JobKey, rows: readonly RedactedRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.transaction(async (tx) => {
    const ids = rows.map(({ applicationId }) => applicationId)
    const there = await tx
      .select({ id: candidate.applicationId })
      .from(candidate)
      .where(and(ofJob(key), inArray(candidate.applicationId, ids), eq(candidate.erased, false)))
      .orderBy(asc(candidate.applicationId))
      .for('key share')
    const known = new Set(there.map(({ id }) => id))
    const kept = rows.filter(({ applicationId }) => known.has(applicationId))
    if (kept.length === 0) return
    const set = Object.fromEntries(
      Object.entries(getTableColumns(blindCandidate)).map(([key, { name }]) => [
        key,
        sql.raw(`excluded."${name}"`),
      ]),
    )
    await tx
      .insert(blindCandidate)
      .values(kept)
      .onConflictDoUpdate({
        target: [
          blindCandidate.account,
          blindCandidate.jobId,
          blindCandidate.applicationId,
          blindCandidate.hidesYears,
        ],
        set,
      })
  })
}
