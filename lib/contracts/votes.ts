import * as z from 'zod/mini'

export const vote = z.enum(['yes', 'maybe', 'no'])
export type Vote = z.infer<typeof vote>

/** Counts of what guests said of somebody, for the team. */
export const guestVotes = z.object({ yes: z.int(), maybe: z.int(), no: z.int(), comments: z.int() })

/** What one guest said of somebody, for the team. */
export const guestResponse = z.object({
  guestName: z.string(),
  vote: z.nullable(vote),
  comment: z.nullable(z.string()),
  linkTitle: z.string(),
  at: z.iso.datetime(),
})
export type GuestResponse = z.infer<typeof guestResponse>
