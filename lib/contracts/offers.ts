import * as z from 'zod/mini'

/** A fetch that can be had now. Asking for it with `maxCredits` of its credits is never refused for its price. */
export const offer = z.object({
  /** The most applicants it can bring, or reads again. */
  rows: z.int(),
  /** The most it can cost. */
  credits: z.int(),
  /** It goes on with a pass over the whole list that was begun and not ended. */
  resumes: z.boolean(),
})
export type Offer = z.infer<typeof offer>

/** What each kind of fetch would do to a list as it is now; null where there is nothing to fetch. */
export const offers = z.object({
  next: z.nullable(offer),
  check: z.nullable(offer),
  complete: z.nullable(offer),
  refresh: z.nullable(offer),
})
export type Offers = z.infer<typeof offers>
