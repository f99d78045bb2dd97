import 'server-only'
import { z } from 'zod'
import type {
  InboxCount,
  InboxItem,
  InboxPage,
  InboxPatch,
  InboxRead,
  SecondLookRequest,
} from '@/lib/contracts/inbox'
import type { Done } from '@/lib/contracts/people'
import { memberLine } from '@/lib/domain/clean-text'
import { noteLine } from '@/lib/domain/note-line'
import { toReaderDay } from '@/lib/domain/reader-day'
import { inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { listMemberNames } from '@/lib/server/members/team'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { mailMentions } from './mention-mail'
import { beginWriting, toPersonKey } from './person'
import * as inbox from './store/inbox'

const perPage = 50
const maxText = 280
const maxQuestion = 500
const named = z.object({ fullName: z.string().nullable() })

const readOf = ({ actor, accounts }: Context) => ({
  userId: actor.id,
  accounts: accounts.map(({ label }) => label),
})

const toItem = (defaultAccount: string, row: inbox.InboxRow): InboxItem => {
  const text = row.said ?? row.text
  return {
    id: row.id,
    kind: row.kind,
    account: row.account === defaultAccount ? null : row.account,
    jobId: row.jobId,
    jobLabel: row.label,
    applicationId: row.applicationId,
    person: row.person === null ? null : named.parse(JSON.parse(row.person)).fullName,
    by: row.byName,
    dueOn: row.dueOn,
    text: text === null ? null : [...noteLine(text)].slice(0, maxText).join(''),
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }
}

async function enterDue({ db, actor, now }: Context): Promise<void> {
  const at = now()
  await inbox.enterDue(db, actor.id, { today: toReaderDay(at, actor.timeZone ?? null), at })
}

/**
 * What waits for the reader, newest first: mentions, their next actions that are due, second looks asked for.
 * @param before the last item of the page before
 * @throws AppError invalid_parameter
 */
export async function listInbox(context: Context, before: string | null): Promise<InboxPage> {
  if (before !== null && !/^\d{1,15}$/.test(before))
    throw new AppError('invalid_parameter', { reason: 'cursor is the one that the page before gave.' })
  await enterDue(context)
  const whose = readOf(context)
  const page = { before: before === null ? null : Number(before), limit: perPage + 1 }
  const [rows, unread] = await Promise.all([
    inbox.listInbox(context.db, whose, page),
    inbox.countUnread(context.db, whose.userId, whose.accounts),
  ])
  const items = rows.slice(0, perPage).map((row) => toItem(context.accounts[0].label, row))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > perPage && last ? String(last.id) : null, unread }
}

/** How much of it is unread. */
export async function countInbox(context: Context): Promise<InboxCount> {
  await enterDue(context)
  const { userId, accounts } = readOf(context)
  return { unread: await inbox.countUnread(context.db, userId, accounts) }
}

/** Marks an item as read, or as unread. @throws AppError inbox_item_not_found */
export async function patchInboxItem(context: Context, id: string, { read }: InboxPatch): Promise<Done> {
  const at = read ? context.now() : null
  const known = /^\d{1,15}$/.test(id) && (await inbox.markRead(context.db, context.actor.id, Number(id), at))
  if (!known) throw new AppError('inbox_item_not_found')
  return { done: true }
}

/** Marks everything as read that its reader has seen. */
export async function readInbox(context: Context, { upTo }: InboxRead): Promise<InboxCount> {
  await inbox.markAllRead(context.db, context.actor.id, upTo, context.now())
  return countInbox(context)
}

/**
 * Asks colleagues to look at somebody as well.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, invalid_body
 */
export async function askSecondLook(
  context: Context,
  ref: JobRef,
  applicationId: string,
  { members, text: written = '' }: SecondLookRequest,
): Promise<Done> {
  const key = toPersonKey(context, ref, applicationId)
  const text = memberLine(written)
  if (text !== null && text.length > maxQuestion) {
    throw new AppError('invalid_body', {
      reason: `A question has at most ${maxQuestion} characters; this one has ${text.length}. Write a note for more.`,
    })
  }
  await inOneStep(context, async (within) => {
    const known = new Set((await listMemberNames(within)).items.map(({ id }) => id))
    const asked = [...new Set(members)]
    if (asked.some((id) => !known.has(id)))
      throw new AppError('invalid_body', { reason: 'members: nobody of that id may sign in.' })
    await beginWriting(within, key, 'second_look')
    const item = { ...key, kind: 'second_look' as const, byName: context.actor.name, text, at: context.now() }
    await inbox.addToInboxes(within.db, asked, item)
  })
  mailMentions(context, members)
  return { done: true }
}
