import * as z from 'zod/mini'
import { fetchEntry } from './fetch'

/** RFC 9457. `code` is stable; `detail` is a sentence for the reader that says what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.optional(z.string()),
  /** May the provider have charged for what failed? Only on problems of a fetch. */
  charged: z.optional(z.enum(['no', 'possibly'])),
  /** Credits, where a limit or the provider's balance refused. */
  needed: z.optional(z.int()),
  left: z.optional(z.int()),
  /** Seconds to wait before trying again. */
  retryAfter: z.optional(z.number()),
  fetch: z.optional(fetchEntry),
})
export type Problem = z.infer<typeof problem>
