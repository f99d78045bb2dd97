import 'server-only'
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { TagMark } from '@/lib/contracts/decisions'
import type { TeamTag } from '@/lib/contracts/tags'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { aboutApplicant, type PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { candidateTag, tag } from '@/lib/server/db/note-schema'
import { candidate } from '@/lib/server/db/schema'

export type TagRow = typeof tag.$inferSelect
type NewTag = Pick<TagRow, 'id' | 'name' | 'folded' | 'colour' | 'createdByName'>

export const toTagMark = ({ id, name, colour }: TagRow): TagMark => ({ id, name, colour })

/** The tags with these ids or folded names; kept from being deleted until the transaction ends. */
export async function holdTags(
  tx: Db,
  by: { ids: readonly string[]; folded: readonly string[] },
): Promise<TagRow[]> {
  const rows: TagRow[] = []
  if (by.ids.length > 0)
    rows.push(
      ...(await tx
        .select()
        .from(tag)
        .where(inArray(tag.id, [...by.ids]))
        .for('key share')),
    )
  if (by.folded.length > 0)
    rows.push(
      ...(await tx
        .select()
        .from(tag)
        .where(inArray(tag.folded, [...by.folded]))
        .for('key share')),
    )
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** Makes tags that are not there yet; of two who make the same one at once the second finds it. */
export async function insertTags(tx: Db, rows: readonly NewTag[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(tag)
    .values([...rows])
    .onConflictDoNothing({ target: tag.folded })
}

/** Gives somebody these tags and no others. */
export async function setTags(
  tx: Db,
  key: PersonKey,
  tags: readonly TagRow[],
  { byName, at }: { byName: string; at: Date },
): Promise<void> {
  const ids = tags.map(({ id }) => id)
  const others = ids.length === 0 ? undefined : sql`${candidateTag.tagId} <> all(${sql.param(ids)}::text[])`
  await tx.delete(candidateTag).where(and(aboutApplicant(candidateTag, key), others))
  if (ids.length === 0) return
  await tx
    .insert(candidateTag)
    .values(ids.map((tagId) => ({ ...key, tagId, byName, at })))
    .onConflictDoNothing()
}

const isAmong = ({ account, jobId }: JobKey, ids: readonly string[]) =>
  and(
    eq(candidateTag.account, account),
    eq(candidateTag.jobId, jobId),
    inArray(candidateTag.applicationId, [...ids]),
  )

/** How many tags each of these people has; those without any are left out. */
export async function countTags(db: Db, key: JobKey, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: candidateTag.applicationId, tags: count() })
    .from(candidateTag)
    .where(isAmong(key, ids))
    .groupBy(candidateTag.applicationId)
  return new Map(rows.map(({ id, tags }) => [id, tags]))
}

/** Gives these tags to people of a job. @returns whose tags changed */
export async function addTags(
  tx: Db,
  { account, jobId }: JobKey,
  { ids, tagIds, byName, at }: { ids: readonly string[]; tagIds: string[]; byName: string; at: Date },
): Promise<string[]> {
  if (ids.length === 0 || tagIds.length === 0) return []
  const { rows } = await tx.execute<{ application_id: string }>(sql`
    insert into ${candidateTag} (account, job_id, application_id, tag_id, by_name, at)
    select c.account, c.job_id, c.application_id, t.id, ${byName}, ${at.toISOString()}::timestamptz
      from ${candidate} c cross join ${tag} t
      where c.account = ${account} and c.job_id = ${jobId}
        and c.application_id = any(${sql.param([...ids])}::text[]) and t.id = any(${sql.param(tagIds)}::text[])
    on conflict do nothing returning application_id`)
  return rows.map((row) => row.application_id)
}

/** Takes these tags from people of a job. @returns whose tags changed */
export async function removeTags(
  tx: Db,
  key: JobKey,
  { ids, tagIds }: { ids: readonly string[]; tagIds: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0 || tagIds.length === 0) return []
  const rows = await tx
    .delete(candidateTag)
    .where(and(isAmong(key, ids), inArray(candidateTag.tagId, [...tagIds])))
    .returning({ id: candidateTag.applicationId })
  return rows.map(({ id }) => id)
}

/** The tags of the team, by name, and how many applications have each. */
export async function listTeamTags(db: Db): Promise<TeamTag[]> {
  const rows = await db
    .select({ row: tag, people: count(candidateTag.tagId) })
    .from(tag)
    .leftJoin(candidateTag, eq(candidateTag.tagId, tag.id))
    .groupBy(tag.id)
    .orderBy(asc(tag.folded))
  return rows.map(({ row, people }) => ({ ...toTagMark(row), people }))
}

/** The jobs in which somebody has a tag, in the order in which they are locked. */
export const jobsWithTag = (db: Db, tagId: string): Promise<JobKey[]> =>
  db
    .selectDistinct({ account: candidateTag.account, jobId: candidateTag.jobId })
    .from(candidateTag)
    .where(eq(candidateTag.tagId, tagId))
    .orderBy(asc(candidateTag.account), asc(candidateTag.jobId))

/** Locks a tag: nobody gets it, renames or deletes it until the transaction ends. Null for none. */
export async function lockTag(tx: Db, id: string): Promise<TagRow | null> {
  const [row] = await tx.select().from(tag).where(eq(tag.id, id)).for('update')
  return row ?? null
}

/** @returns false where another tag is called so */
export async function changeTag(
  tx: Db,
  id: string,
  change: Partial<Pick<TagRow, 'name' | 'folded' | 'colour'>>,
): Promise<boolean> {
  if (change.folded !== undefined) {
    const [other] = await tx.select({ id: tag.id }).from(tag).where(eq(tag.folded, change.folded))
    if (other && other.id !== id) return false
  }
  await tx.update(tag).set(change).where(eq(tag.id, id))
  return true
}

/** Deletes a tag; nobody has it any more. */
export async function deleteTag(tx: Db, id: string): Promise<void> {
  await tx.delete(tag).where(eq(tag.id, id))
}

/** Gives everyone with one tag another one instead. */
export async function replaceTag(tx: Db, from: string, into: string): Promise<void> {
  await tx.execute(sql`
    insert into ${candidateTag} (account, job_id, application_id, tag_id, by_name, at)
    select account, job_id, application_id, ${into}, by_name, at from ${candidateTag} where tag_id = ${from}
    on conflict do nothing`)
  await deleteTag(tx, from)
}
