import * as z from 'zod/mini'
import { job } from './job'

/** Rows that a reader has seen: shown on their screen, not merely loaded. */
export const seenRows = z.object({
  applicationIds: z
    .array(z.string().check(z.minLength(1), z.maxLength(512), z.regex(/^[^\0]*$/)))
    .check(z.maxLength(500)),
  /** `job.edition` of the page they were shown from, so that what changed after it stays marked; the latest unless told. */
  edition: z.optional(z.int().check(z.minimum(0), z.maximum(2_147_483_647))),
})
export type SeenRows = z.infer<typeof seenRows>

export const visited = z.pick(job, { edition: true, sinceVisit: true })
export type Visited = z.infer<typeof visited>
