import * as z from 'zod/mini'
import { job } from './job'

/** What a reader has seen of a job's news. */
export const seenRows = z.object({
  applicationIds: z
    .array(z.string().check(z.minLength(1), z.maxLength(512), z.regex(/^[^\0]*$/)))
    .check(z.maxLength(500)),
  /** They were merely on the screen: they stay news until the next visit. Otherwise the reader says that they are none. */
  looked: z.optional(z.boolean()),
  /** The reader says so of the whole job. */
  all: z.optional(z.boolean()),
  /** `job.revision` of the page they were shown from, so that what changed after it stays marked; else the latest. */
  revision: z.optional(z.int().check(z.minimum(0), z.maximum(2_147_483_647))),
})
export type SeenRows = z.infer<typeof seenRows>

export const visited = z.pick(job, { revision: true, sinceVisit: true })
export type Visited = z.infer<typeof visited>
