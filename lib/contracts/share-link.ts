import * as z from 'zod/mini'
import { day } from './day'
import { shareFields } from './share'
import { maxAddressee, maxLinkMessage, maxSharedAtOnce, shareDays, minPasscodeLength } from './share-words'

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))

/** Makes a link for a guest: to a view of a job or to people of it by application, frozen as they are now or live. */
export const shareLinkRequest = z.object({
  jobId: z.string(),
  /** The account's label; null for the default one. */
  account: z.nullable(z.string()),
  kind: z.enum(['frozen', 'live']),
  /** The query string of the view; ignored where people are named. */
  view: z.string().check(z.maxLength(8_000)),
  /** People by application, for a frozen link; null for whoever is in the view. */
  applicationIds: z.nullable(z.array(z.string()).check(z.minLength(1), z.maxLength(maxSharedAtOnce))),
  title,
  fields: shareFields,
  days: z.literal([...shareDays]),
  passcode: z.nullable(z.string().check(z.minLength(minPasscodeLength), z.maxLength(200))),
  mayRespond: z.boolean(),
  /** Who it is for, and what they are asked; its guests read both. */
  addressee: z.optional(z.nullable(z.string().check(z.maxLength(maxAddressee)))),
  message: z.optional(z.nullable(z.string().check(z.maxLength(maxLinkMessage)))),
  /** The day by which they should answer; not after the link's last. */
  dueOn: z.optional(z.nullable(day)),
})
export type ShareLinkRequest = z.infer<typeof shareLinkRequest>

export const shareLink = z.object({
  id: z.string(),
  jobId: z.string(),
  account: z.string(),
  jobLabel: z.nullable(z.string()),
  kind: z.enum(['frozen', 'live']),
  title: z.string(),
  /** How many people a frozen link holds; null for a live one, which counts anew for each guest. */
  people: z.nullable(z.int()),
  fields: shareFields,
  mayRespond: z.boolean(),
  hasPasscode: z.boolean(),
  /** Who made it, by name. */
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.nullable(z.iso.datetime()),
  /** How many browsers opened it. */
  opened: z.int(),
  lastOpenedAt: z.nullable(z.iso.datetime()),
  /** How many votes and comments guests gave. */
  responses: z.int(),
  addressee: z.nullable(z.string()),
  message: z.nullable(z.string()),
  dueOn: z.nullable(day),
  /** The due day is over, and nobody said that they are done. */
  overdue: z.boolean(),
  /** How many of its people guests voted on; `of` is null where it is not known how many a live link shows now. */
  voted: z.object({ people: z.int(), of: z.nullable(z.int()) }),
  /** Set once a guest said that they are done. */
  done: z.nullable(z.object({ at: z.iso.datetime(), by: z.string() })),
  state: z.enum(['open', 'expired', 'revoked']),
})
export type ShareLink = z.infer<typeof shareLink>

export const shareLinkList = z.object({
  items: z.array(shareLink),
  /** For the next page; null at the end. */
  nextCursor: z.nullable(z.string()),
})
export type ShareLinkList = z.infer<typeof shareLinkList>

/** `token` goes into the link, and is told this once. */
export const newShareLink = z.object({ link: shareLink, token: z.string() })
export type NewShareLink = z.infer<typeof newShareLink>
