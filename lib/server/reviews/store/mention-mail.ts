import 'server-only'
import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { inboxItem } from '@/lib/server/db/note-schema'
import { authUser } from '@/lib/server/db/people-schema'
import { job } from '@/lib/server/db/schema'
import { memberSetting } from '@/lib/server/db/team-schema'

const settingName = 'mail_mentions'
const mailed = ['mention', 'second_look', 'second_opinion'] as const

/** What a mail tells of: who wrote, about applicants of which job. */
export type Told = { by: string; kind: (typeof mailed)[number]; jobId: string; label: string | null }
export type MentionMail = { to: { email: string; name: string }; ids: number[]; told: Told[] }

/** Whether a member wants mails of mentions: they do until they say otherwise. */
export async function wantsMail(db: Db, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ value: memberSetting.value })
    .from(memberSetting)
    .where(and(eq(memberSetting.userId, userId), eq(memberSetting.name, settingName)))
  return row?.value !== 'false'
}

export async function setWantsMail(db: Db, userId: string, wanted: boolean): Promise<void> {
  const value = JSON.stringify(wanted)
  await db
    .insert(memberSetting)
    .values({ userId, name: settingName, value })
    .onConflictDoUpdate({ target: [memberSetting.userId, memberSetting.name], set: { value } })
}

const isWaiting = and(
  isNull(inboxItem.mailedAt),
  isNull(inboxItem.readAt),
  inArray(inboxItem.kind, [...mailed]),
)

/** Whom something waits for that they have had no mail of. @param since what is older than this is not mailed any more */
export async function whoWaits(db: Db, since: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: inboxItem.userId })
    .from(inboxItem)
    .where(and(isWaiting, gt(inboxItem.at, since)))
  return rows.map(({ userId }) => userId)
}

/**
 * Takes what a member is to be mailed now, all in one mail; null where there is nothing, they do not want any, or had one
 * a short while ago. Their row is locked: of two processes one takes it.
 */
export async function takeMail(
  db: Db,
  userId: string,
  { now, pauseMs }: { now: Date; pauseMs: number },
): Promise<MentionMail | null> {
  return db.transaction(async (tx) => {
    const [member] = await tx
      .select({ email: authUser.email, name: authUser.name })
      .from(authUser)
      .where(and(eq(authUser.id, userId), isNull(authUser.disabledAt)))
      .for('update')
    if (!member || !(await wantsMail(tx, userId))) return null
    const since = new Date(now.getTime() - pauseMs)
    const isTheirs = eq(inboxItem.userId, userId)
    if ((await tx.$count(inboxItem, and(isTheirs, gt(inboxItem.mailedAt, since)))) > 0) return null
    const rows = await tx
      .select({
        id: inboxItem.id,
        by: inboxItem.byName,
        kind: inboxItem.kind,
        jobId: inboxItem.jobId,
        label: job.label,
      })
      .from(inboxItem)
      .innerJoin(job, and(eq(job.account, inboxItem.account), eq(job.jobId, inboxItem.jobId)))
      .where(and(isTheirs, isWaiting, lte(inboxItem.at, now)))
      .orderBy(inboxItem.id)
    if (rows.length === 0) return null
    const ids = rows.map(({ id }) => id)
    await tx.update(inboxItem).set({ mailedAt: now }).where(inArray(inboxItem.id, ids))
    return { to: member, ids, told: rows as Told[] }
  })
}
