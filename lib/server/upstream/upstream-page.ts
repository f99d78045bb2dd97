import 'server-only'
import type { WireCandidate } from './wire'

/**
 * One element of the answer, in its order. `raw` is the element as JSON text, kept for every row because it was paid
 * for: NUL and lone surrogates stand in it as `\u` escapes.
 */
export type UpstreamRow =
  | { readable: true; candidate: WireCandidate; raw: string }
  | {
      readable: false
      /** Null when not even the id could be read. */
      applicationId: string | null
      raw: string
      /** Which part did not fit, without its value. */
      problem: string
    }

/** One page of a job's applicants, as the answer states it. Every number fits a 32-bit integer and is not negative. */
export type UpstreamPage = {
  rows: UpstreamRow[]
  /** Rows in the provider's whole list; null when the answer does not say. */
  total: number | null
  /** Where the page begins: as stated, else as asked. */
  offset: number
  /** Size of the page: as stated, else as asked. `rows.length` may differ from it. */
  count: number
  /** As stated: it may not advance. */
  nextOffset: number | null
  /** As stated; null when the answer does not say. Only `false` ends the list. */
  hasMore: boolean | null
  /** Credits the answer states; null when it states none. */
  creditsConsumed: number | null
  /** The provider's clock, ISO 8601 UTC. */
  providerTime: string | null
}
