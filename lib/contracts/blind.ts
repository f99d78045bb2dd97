import * as z from 'zod/mini'
import { blindScopes, blindUntil } from './blind-words'

export const blindRequest = z.object({
  scope: z.enum(blindScopes),
  until: z.enum(blindUntil),
  /** Whether years of education are hidden as well. */
  graduationYears: z.enum(['hidden', 'shown']),
})
export type BlindRequest = z.infer<typeof blindRequest>

export const blindReview = z.extend(blindRequest, {
  startedAt: z.iso.datetime(),
  startedBy: z.object({ id: z.string(), name: z.string() }),
  /** People whose names the reader asked for. */
  revealed: z.int(),
  /** People who are without a name for the reader now. */
  veiled: z.int(),
})
export type BlindReview = z.infer<typeof blindReview>

/** The review that the reader is in: the job's before their own. */
export const blindAnswer = z.object({ review: z.nullable(blindReview) })
export type BlindAnswer = z.infer<typeof blindAnswer>
