import * as z from 'zod/mini'
import { shareFields } from './share'
import { maxSharedAtOnce, shareDays, minPasscodeLength } from './share-words'

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
