import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem, nextAction } from '@/lib/server/db/note-schema'
import type { PersonKey } from './people'

type Row = typeof nextAction.$inferInsert

const isAbout = <T extends typeof nextAction | typeof inboxItem>(table: T, key: PersonKey) =>
  and(eq(table.account, key.account), eq(table.jobId, key.jobId), eq(table.applicationId, key.applicationId))

// What was due before the change is not any more: it comes into an inbox again when it is.
const clearDue = (tx: Db, key: PersonKey) =>
  tx.delete(inboxItem).where(and(isAbout(inboxItem, key), eq(inboxItem.kind, 'due')))

/** Says what to do next about somebody, instead of what was said before. */
export async function setNextAction(tx: Db, row: Row): Promise<void> {
  await clearDue(tx, row)
  const { account: _account, jobId: _jobId, applicationId: _applicationId, ...set } = row
  await tx
    .insert(nextAction)
    .values(row)
    .onConflictDoUpdate({
      target: [nextAction.account, nextAction.jobId, nextAction.applicationId],
      set,
    })
}

export async function clearNextAction(tx: Db, key: PersonKey): Promise<void> {
  await clearDue(tx, key)
  await tx.delete(nextAction).where(isAbout(nextAction, key))
}
