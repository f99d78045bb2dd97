import * as z from 'zod/mini'
import { memberChoice } from './member-choice'

/**
 * mention: named in a note · due: a next action of theirs · second_look: asked for their opinion ·
 * second_opinion: asked to decide about people on their own · link_done: a guest is done.
 */
export const inboxKinds = ['mention', 'due', 'second_look', 'second_opinion', 'link_done'] as const
export const inboxKind = z.enum(inboxKinds)
export type InboxKind = z.infer<typeof inboxKind>

export const inboxItem = z.object({
  id: z.int(),
  kind: inboxKind,
  /** Null for the default one. */
  account: z.nullable(z.string()),
  jobId: z.string(),
  jobLabel: z.nullable(z.string()),
  /** Null for what is about the job. */
  applicationId: z.nullable(z.string()),
  /** The applicant's name; null where it is not known. */
  person: z.nullable(z.string()),
  /** Who it is from. */
  by: z.string(),
  /** The day a next action is due, `2026-04-01`; null for everything else. */
  dueOn: z.nullable(z.iso.date()),
  /** What was written, on one line, shortened. */
  text: z.nullable(z.string()),
  at: z.iso.datetime(),
  readAt: z.nullable(z.iso.datetime()),
})
export type InboxItem = z.infer<typeof inboxItem>

/** What waits for the reader, newest first, and how much of it is unread. */
export const inboxPage = z.object({
  items: z.array(inboxItem),
  nextCursor: z.nullable(z.string()),
  unread: z.int(),
})
export type InboxPage = z.infer<typeof inboxPage>

export const inboxCount = z.object({ unread: z.int() })
export type InboxCount = z.infer<typeof inboxCount>

export const inboxPatch = z.object({ read: z.boolean() })
export type InboxPatch = z.infer<typeof inboxPatch>

/** Marks everything up to an item as read: what came after it was seen by nobody. */
export const inboxRead = z.object({ upTo: z.int().check(z.minimum(0)) })
export type InboxRead = z.infer<typeof inboxRead>

/** Asks a colleague to look at somebody as well. */
export const secondLookRequest = z.object({
  /** Members, by their ids. */
  members: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.minLength(1), z.maxLength(20)),
  /** A question for them. */
  text: z.optional(z.string()),
})
export type SecondLookRequest = z.infer<typeof secondLookRequest>

/** Who of the team can be asked or mentioned: those who may sign in. */
export const memberList = z.object({ items: z.array(memberChoice) })
export type MemberList = z.infer<typeof memberList>

/** What a member is mailed. */
export const mailSettings = z.object({
  /** Mentions in notes. */
  mentions: z.boolean(),
  /** Mail can be sent at all: a mail server is set. */
  available: z.boolean(),
})
export type MailSettings = z.infer<typeof mailSettings>
export const mailPatch = z.object({ mentions: z.boolean() })
export type MailPatch = z.infer<typeof mailPatch>
