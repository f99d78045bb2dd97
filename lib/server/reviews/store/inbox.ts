import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { InboxKind } from '@/lib/contracts/inbox'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem } from '@/lib/server/db/note-schema'
import type { PersonKey } from './people'

export type NewItem = PersonKey & {
  kind: InboxKind
  byName: string
  noteId?: string
  text?: string | null
  at: Date
}

/** Puts something into the inboxes of members. */
export async function addToInboxes(tx: Db, userIds: readonly string[], item: NewItem): Promise<void> {
  if (userIds.length === 0) return
  await tx.insert(inboxItem).values(userIds.map((userId) => ({ userId, ...item })))
}

/** Who of these members has been told of a note. */
export async function mentionedBefore(tx: Db, noteId: string, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return []
  const rows = await tx
    .select({ userId: inboxItem.userId })
    .from(inboxItem)
    .where(and(eq(inboxItem.noteId, noteId), inArray(inboxItem.userId, [...userIds])))
  return rows.map(({ userId }) => userId)
}
