import * as z from 'zod/mini'
import { decision, decisionMark } from './decisions'
import { noteClash } from './notes'
import { fetchEntry, joined, lastCall } from './fetch'

/** RFC 9457. `code` is stable; `detail` is a sentence for the reader that says what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.optional(z.string()),
  /** Credits the provider stated in the fetch that failed, all its windows together. On every problem of a fetch. */
  spent: z.optional(z.int()),
  /** What the last call of that fetch cost. On every problem of a fetch. */
  lastCall: z.optional(lastCall),
  joined,
  /** Credits, where a limit or the provider's balance refused. */
  needed: z.optional(z.int()),
  left: z.optional(z.int()),
  /** Seconds to wait before trying again. */
  retryAfter: z.optional(z.number()),
  fetch: z.optional(fetchEntry),
  /** Of `decision_changed`: the decision as it stands, and the one its maker had seen. */
  current: z.optional(z.nullable(decisionMark)),
  expected: z.optional(z.nullable(decision)),
  /** Of `note_changed`: the note as it stands, and the text that was not saved. */
  note: z.optional(noteClash),
})
export type Problem = z.infer<typeof problem>
