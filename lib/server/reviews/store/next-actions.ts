import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { aboutApplicant, type PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem, nextAction } from '@/lib/server/db/note-schema'
import { saveRow } from './single-rows'

type Row = typeof nextAction.$inferInsert

// What was due before the change is not any more: it comes into an inbox again when it is.
const clearDue = (tx: Db, key: PersonKey) =>
  tx.delete(inboxItem).where(and(aboutApplicant(inboxItem, key), eq(inboxItem.kind, 'due')))

/** Says what to do next about somebody, instead of what was said before. @param action null for nothing */
export async function saveNextAction(
  tx: Db,
  key: PersonKey,
  action: Omit<Row, keyof PersonKey> | null,
): Promise<void> {
  await clearDue(tx, key)
  await saveRow(tx, nextAction, key, action)
}

type Together = Pick<Row, 'by'> & { at: Date }

const isSetTogether = ({ account, jobId }: JobKey, { by, at }: Together) =>
  and(
    eq(nextAction.account, account),
    eq(nextAction.jobId, jobId),
    eq(nextAction.by, by),
    eq(nextAction.at, at),
  )

// Well below the most parameters that a statement may have.
const perStatement = 2_000

/** Says the same of people who have no next action yet. @returns how many these are */
export async function addNextActions(
  tx: Db,
  { account, jobId }: JobKey,
  ids: readonly string[],
  action: Omit<Row, 'account' | 'jobId' | 'applicationId'>,
): Promise<number> {
  let added = 0
  for (let from = 0; from < ids.length; from += perStatement) {
    const rows = await tx
      .insert(nextAction)
      .values(
        ids
          .slice(from, from + perStatement)
          .map((applicationId) => ({ ...action, account, jobId, applicationId })),
      )
      .onConflictDoNothing()
      .returning({ id: nextAction.applicationId })
    added += rows.length
  }
  return added
}

/** Whose next actions a member set in one step, and nobody changed since. */
export async function listSetTogether(db: Db, key: JobKey, set: Together): Promise<string[]> {
  const rows = await db
    .select({ id: nextAction.applicationId })
    .from(nextAction)
    .where(isSetTogether(key, set))
    .orderBy(nextAction.applicationId)
  return rows.map(({ id }) => id)
}

/** Takes these away, and what was due of them out of inboxes. @returns how many */
export async function removeSetTogether(tx: Db, key: JobKey, set: Together): Promise<number> {
  const ids = await listSetTogether(tx, key, set)
  if (ids.length === 0) return 0
  await tx
    .delete(inboxItem)
    .where(
      and(
        eq(inboxItem.account, key.account),
        eq(inboxItem.jobId, key.jobId),
        eq(inboxItem.kind, 'due'),
        inArray(inboxItem.applicationId, ids),
      ),
    )
  const rows = await tx
    .delete(nextAction)
    .where(isSetTogether(key, set))
    .returning({ id: nextAction.applicationId })
  return rows.length
}
