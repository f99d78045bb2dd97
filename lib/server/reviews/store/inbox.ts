import 'server-only'
import { and, count, desc, eq, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { InboxKind } from '@/lib/contracts/inbox'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem, nextAction, note } from '@/lib/server/db/note-schema'
import { candidate, job } from '@/lib/server/db/schema'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

export type NewItem = JobKey & {
  /** Null for what is about the job. */
  applicationId: string | null
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

/** The members notified of a note. */
export async function mentionedBefore(tx: Db, noteId: string): Promise<string[]> {
  const rows = await tx
    .select({ userId: inboxItem.userId })
    .from(inboxItem)
    .where(eq(inboxItem.noteId, noteId))
  return rows.map(({ userId }) => userId)
}

/** Puts what is due by a day into the inbox of whoever has to do it, once. */
export async function enterDue(db: Db, userId: string, { today, at }: { today: string; at: Date }) {
  await db.execute(sql`
    insert into ${inboxItem} (user_id, kind, account, job_id, application_id, by_name, at)
    select user_id, 'due', account, job_id, application_id, by_name, ${at.toISOString()}::timestamptz
      from ${nextAction} where user_id = ${userId} and due_on <= ${today}
    on conflict do nothing`)
}

const isSameAction = and(
  eq(nextAction.account, inboxItem.account),
  eq(nextAction.jobId, inboxItem.jobId),
  eq(nextAction.applicationId, inboxItem.applicationId),
)
/** Of one member, in these accounts; what was due and is done is left out. */
const isOf = (userId: string, accounts: readonly string[]) =>
  and(
    eq(inboxItem.userId, userId),
    inArray(inboxItem.account, [...accounts]),
    or(
      ne(inboxItem.kind, 'due'),
      sql`exists (select 1 from ${nextAction} where ${isSameAction} and ${nextAction.userId} = ${userId})`,
    ),
  )

export type InboxRow = typeof inboxItem.$inferSelect & {
  label: string | null
  person: string | null
  dueOn: string | null
  said: string | null
}

/** What waits for a member, newest first. @param before only what came before this one */
export async function listInbox(
  db: Db,
  { userId, accounts }: { userId: string; accounts: readonly string[] },
  { before, limit }: { before: number | null; limit: number },
): Promise<InboxRow[]> {
  const rows = await db
    .select({
      item: inboxItem,
      label: job.label,
      person: candidate.person,
      dueOn: sql<string | null>`case when ${inboxItem.kind} = 'due' then ${nextAction.dueOn} end`,
      said: sql<
        string | null
      >`coalesce(${note.body}, case when ${inboxItem.kind} = 'due' then ${nextAction.text} end)`,
    })
    .from(inboxItem)
    .leftJoin(job, and(eq(job.account, inboxItem.account), eq(job.jobId, inboxItem.jobId)))
    .leftJoin(
      candidate,
      and(
        eq(candidate.account, inboxItem.account),
        eq(candidate.jobId, inboxItem.jobId),
        eq(candidate.applicationId, inboxItem.applicationId),
      ),
    )
    .leftJoin(note, eq(note.id, inboxItem.noteId))
    .leftJoin(nextAction, isSameAction)
    .where(and(isOf(userId, accounts), before === null ? undefined : lt(inboxItem.id, before)))
    .orderBy(desc(inboxItem.id))
    .limit(limit)
  return rows.map(({ item, ...rest }) => ({ ...item, ...rest }))
}

export async function countUnread(db: Db, userId: string, accounts: readonly string[]): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(inboxItem)
    .where(and(isOf(userId, accounts), isNull(inboxItem.readAt)))
  return row?.unread ?? 0
}

/** @returns false where it is not in that inbox */
export async function markRead(db: Db, userId: string, id: number, at: Date | null): Promise<boolean> {
  const { rowCount } = await db
    .update(inboxItem)
    .set({ readAt: at })
    .where(and(eq(inboxItem.userId, userId), eq(inboxItem.id, id)))
  return (rowCount ?? 0) > 0
}

/** Marks everything up to an item as read. */
export async function markAllRead(db: Db, userId: string, upTo: number, at: Date): Promise<void> {
  await db
    .update(inboxItem)
    .set({ readAt: at })
    .where(and(eq(inboxItem.userId, userId), lte(inboxItem.id, upTo), isNull(inboxItem.readAt)))
}
