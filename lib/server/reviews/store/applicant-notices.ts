import 'server-only'
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { ApplicantNotice } from '@/lib/contracts/applicant-notice'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import { applicantNotice, noticeVersion } from '@/lib/server/db/notice-schema'
import type { Db } from '@/lib/server/db/open-database'
import { auditEvent } from '@/lib/server/db/people-schema'
import { candidate } from '@/lib/server/db/schema'
import { shareLink } from '@/lib/server/db/share-schema'
import { teamSetting } from '@/lib/server/db/team-schema'
import { textArray } from '@/lib/server/db/text-array'

const isOf = (
  table: typeof candidate | typeof applicantNotice | typeof noticeVersion | typeof shareLink,
  key: JobKey,
) => and(eq(table.account, key.account), eq(table.jobId, key.jobId))

const isTheirs = and(
  eq(applicantNotice.account, candidate.account),
  eq(applicantNotice.jobId, candidate.jobId),
  eq(applicantNotice.applicationId, candidate.applicationId),
)

/** How many people of a job are stored, were informed, and should have been. @param overdue stored before this and not informed */
export async function countInformed(db: Db, key: JobKey, overdue: Date): Promise<ApplicantNotice['counts']> {
  const waits = isNull(applicantNotice.at)
  const [row] = await db
    .select({
      stored: count(),
      informed: count(applicantNotice.at),
      overdue: sql<number>`(count(*) filter (where ${waits} and ${lte(candidate.firstSeenAt, overdue)}))::int`,
    })
    .from(candidate)
    .leftJoin(applicantNotice, isTheirs)
    .where(and(isOf(candidate, key), eq(candidate.erased, false)))
  return row ?? { stored: 0, informed: 0, overdue: 0 }
}

/** Those who have not been informed, longest stored first. */
export async function listWaiting(db: Db, key: JobKey, limit: number) {
  const { applicationId, firstSeenAt, person } = candidate
  const rows = await db
    .select({ applicationId, firstSeenAt, person })
    .from(candidate)
    .leftJoin(applicantNotice, isTheirs)
    .where(and(isOf(candidate, key), eq(candidate.erased, false), isNull(applicantNotice.at)))
    .orderBy(asc(candidate.firstSeenMs), asc(candidate.position), asc(applicationId))
    .limit(limit)
  return rows.map(({ person: stored, ...row }) => ({ ...row, name: parsePerson(stored).fullName }))
}

/** Those who have been informed, newest first. */
export async function listInformed(db: Db, key: JobKey, limit: number): Promise<ApplicantNotice['informed']> {
  const { applicationId, at, byName: by } = applicantNotice
  const rows = await db
    .select({ applicationId, at, by, person: candidate.person })
    .from(applicantNotice)
    .innerJoin(candidate, isTheirs)
    .where(and(isOf(applicantNotice, key), eq(candidate.erased, false)))
    .orderBy(desc(at), asc(candidate.position), asc(applicationId))
    .limit(limit)
  return rows.map(({ person, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    name: parsePerson(person).fullName,
  }))
}

/** Who informed people of a job, how many at once and in which words, newest first. */
export async function listNoticeLog(db: Db, key: JobKey, limit: number): Promise<ApplicantNotice['log']> {
  const { at, byName: by } = applicantNotice
  const rows = await db
    .select({ at, by, people: count(), text: noticeVersion.text })
    .from(applicantNotice)
    .leftJoin(noticeVersion, eq(noticeVersion.id, applicantNotice.versionId))
    .where(isOf(applicantNotice, key))
    .groupBy(at, by, noticeVersion.id)
    .orderBy(desc(at), asc(by), asc(noticeVersion.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Links of a job that show its people to somebody, and how often they were exported. */
export async function countRecipients(db: Db, key: JobKey, now: Date) {
  const isOpen = and(isOf(shareLink, key), isNull(shareLink.revokedAt), gt(shareLink.expiresAt, now))
  const isExport = and(
    eq(auditEvent.action, 'export.applicants'),
    eq(auditEvent.subject, key.jobId),
    sql`${auditEvent.detail}::jsonb ->> 'account' = ${key.account}`,
  )
  const [links, files] = await Promise.all([db.$count(shareLink, isOpen), db.$count(auditEvent, isExport)])
  return { links, files }
}

/** The version of a job that has this text; a new one where none does. */
async function findVersion(tx: Db, key: JobKey, text: string): Promise<number> {
  const { id } = noticeVersion
  const [known] = await tx
    .select({ id })
    .from(noticeVersion)
    .where(and(isOf(noticeVersion, key), eq(noticeVersion.text, text)))
    .orderBy(asc(id))
    .limit(1)
  if (known) return known.id
  const { account, jobId } = key
  const [added] = await tx.insert(noticeVersion).values({ account, jobId, text }).returning({ id })
  if (!added) throw new Error('a version was not added')
  return added.id
}

type Informed = { by: string; byName: string; at: Date; text: string }

/** Records that people were sent a text; an earlier record of a person stays. @returns the people newly recorded */
export async function addNotices(
  tx: Db,
  key: JobKey,
  ids: readonly string[],
  { by, byName, at, text }: Informed,
): Promise<string[]> {
  if (ids.length === 0) return []
  // Before the people: the job's row is locked ahead of theirs.
  const version = await findVersion(tx, key, text)
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into ${applicantNotice} (account, job_id, application_id, by, by_name, at, version_id)
    select ${key.account}, ${key.jobId}, id, ${by}, ${byName}, ${at.toISOString()}::timestamptz, ${version}::bigint
    from unnest(${textArray(ids)}) as id
    on conflict do nothing
    returning application_id as id`)
  return rows.map(({ id }) => id)
}

/** Takes the record away. @returns of whom there was one */
export async function removeNotices(tx: Db, key: JobKey, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .delete(applicantNotice)
    .where(and(isOf(applicantNotice, key), inArray(applicantNotice.applicationId, [...ids])))
    .returning({ id: applicantNotice.applicationId })
  return rows.map(({ id }) => id)
}

const sender = 'notice_sender'

/** Who answers for applicants' data, as JSON text; null while nobody has said so. */
export async function readSender(db: Db): Promise<string | null> {
  const [row] = await db.select().from(teamSetting).where(eq(teamSetting.name, sender))
  return row?.value ?? null
}

export async function saveSender(tx: Db, value: string): Promise<void> {
  await tx
    .insert(teamSetting)
    .values({ name: sender, value })
    .onConflictDoUpdate({ target: teamSetting.name, set: { value } })
}
