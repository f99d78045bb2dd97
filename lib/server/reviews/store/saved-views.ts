import 'server-only'
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { View } from '@/lib/contracts/view'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { memberSetting, savedView } from '@/lib/server/db/team-schema'

export type SavedViewRow = typeof savedView.$inferSelect

const isOf = ({ account, jobId }: JobKey) => and(eq(savedView.account, account), eq(savedView.jobId, jobId))

/** The team's views of a job and one member's own, in their order. */
export const listViews = (db: Db, { reader, ...key }: ReaderKey): Promise<SavedViewRow[]> =>
  db
    .select()
    .from(savedView)
    .where(and(isOf(key), or(savedView.team, eq(savedView.ownerId, reader))))
    .orderBy(asc(savedView.position), asc(savedView.createdAt), asc(savedView.id))

/** A view, its row locked until the transaction ends; null where there is none. */
export async function lockView(tx: Db, id: string): Promise<SavedViewRow | null> {
  const [row] = await tx.select().from(savedView).where(eq(savedView.id, id)).for('update')
  return row ?? null
}

/** The job of a view; null where there is none. */
export async function findView(db: Db, id: string): Promise<SavedViewRow | null> {
  const [row] = await db.select().from(savedView).where(eq(savedView.id, id))
  return row ?? null
}

export const countViews = (db: Db, key: JobKey): Promise<number> => db.$count(savedView, isOf(key))

export async function addView(
  db: Db,
  row: Pick<SavedViewRow, 'id' | 'account' | 'jobId' | 'name' | 'query' | 'ownerId' | 'ownerName' | 'team'>,
): Promise<void> {
  const last = sql`(select coalesce(max(v.position), 0) + 1 from ${savedView} v
    where v.account = ${row.account} and v.job_id = ${row.jobId})`
  await db.insert(savedView).values({ ...row, position: sql`${last}` })
}

export async function changeView(
  db: Db,
  id: string,
  change: Partial<Pick<SavedViewRow, 'name' | 'query' | 'team' | 'teamDefault'>>,
): Promise<void> {
  await db
    .update(savedView)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(savedView.id, id))
}

/** Takes away what is the team's default of a job. */
export async function clearTeamDefault(db: Db, key: JobKey): Promise<void> {
  await db.update(savedView).set({ teamDefault: false }).where(isOf(key))
}

export async function deleteView(db: Db, id: string): Promise<void> {
  await db.delete(savedView).where(eq(savedView.id, id))
}

const defaultName = ({ account, jobId }: JobKey) => `default view ${account}/${jobId}`

/** Which view opens for a member; null for none of their own. */
export async function getMyDefault(db: Db, { reader, ...key }: ReaderKey): Promise<string | null> {
  const [row] = await db
    .select({ value: memberSetting.value })
    .from(memberSetting)
    .where(and(eq(memberSetting.userId, reader), eq(memberSetting.name, defaultName(key))))
  return row ? String(JSON.parse(row.value)) : null
}

/** @param viewId null for no default of their own */
export async function setMyDefault(
  db: Db,
  { reader, ...key }: ReaderKey,
  viewId: string | null,
): Promise<void> {
  const [userId, name] = [reader, defaultName(key)]
  if (viewId === null) {
    await db.delete(memberSetting).where(and(eq(memberSetting.userId, userId), eq(memberSetting.name, name)))
    return
  }
  const value = JSON.stringify(viewId)
  await db
    .insert(memberSetting)
    .values({ userId, name, value })
    .onConflictDoUpdate({ target: [memberSetting.userId, memberSetting.name], set: { value } })
}

/** How many people each of these views shows, in their order: one query for all of them. */
export async function countMatches(db: Db, key: ReaderKey, views: readonly View[]): Promise<number[]> {
  if (views.length === 0) return []
  const source = teamSource(key)
  const counts = Object.fromEntries(
    views.map((view, at) => [
      `v${at}`,
      sql<number>`(count(*) filter (where ${matches(source, view) ?? sql`true`}))::int`,
    ]),
  )
  const [row] = await db.select(counts).from(candidate).where(source.where)
  return views.map((_, at) => Number(row?.[`v${at}`] ?? 0))
}

/**
 * Rewrites the saved views that filter by a facet.
 * @param rewrite gives the query string as it is from now on
 * @param key of one job; those of every job without it
 * @returns the jobs of those that changed
 */
export async function rewriteSavedViews(
  tx: Db,
  facet: 'tag' | 'criteria',
  rewrite: (query: string) => string,
  key?: JobKey,
): Promise<JobKey[]> {
  const rows = await tx
    .select()
    .from(savedView)
    .where(and(sql`${savedView.query} like ${`%${facet}=%`}`, key && isOf(key)))
    .orderBy(asc(savedView.id))
    .for('update')
  const changed: JobKey[] = []
  for (const { id, query, account, jobId } of rows) {
    const rewritten = rewrite(query)
    if (rewritten === query) continue
    await tx.update(savedView).set({ query: rewritten }).where(eq(savedView.id, id))
    changed.push({ account, jobId })
  }
  return changed
}
