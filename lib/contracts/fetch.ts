import * as z from 'zod/mini'
import { jobStatus } from './job'
import { offers } from './offers'
import { fetchKinds, fetchStates, visitIdPattern } from './words'

export const fetchKind = z.enum(fetchKinds)
export type FetchKind = z.infer<typeof fetchKind>

/** Names a visit, made by the browser. */
export const visitId = z.string().check(z.regex(visitIdPattern))

const fetchFields = z.object({
  kind: fetchKind,
  /**
   * The most the reader agreed to, in credits. A dearer fetch is refused before anything is sent; `complete` and
   * `refresh` stop before the page that would pass it, when the list grew meanwhile.
   */
  maxCredits: z.int().check(z.minimum(0), z.maximum(100_000)),
  /**
   * What the presser had before them. A `next` buys only what they did not have: if more is stored by now, that is the
   * answer, free. The other kinds say the same whoever asks, and have less left to do.
   */
  seen: z.optional(
    z.object({
      stored: z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
      revision: z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
    }),
  ),
  /**
   * Nobody pressed for it: scrolling asked. Only a `next` can be. It has to fit into AUTOLOAD_CREDITS, together with
   * everything this person's scrolling has spent or holds today.
   */
  automatic: z.optional(z.boolean()),
  /** The visit (a browser tab's session) that asks: `GET credits/meter?visit=` says what it was charged. */
  visit: z.optional(visitId),
})
export const fetchRequest = fetchFields.check(
  z.refine(({ kind, automatic }) => automatic !== true || kind === 'next', {
    path: ['automatic'],
    error: 'only a next can be automatic',
  }),
)
export type FetchRequest = z.infer<typeof fetchRequest>

export const fetchState = z.enum(fetchStates)
export type FetchState = z.infer<typeof fetchState>

/**
 * What the last call of a fetch to the provider cost. free: refused, or it brought nothing · charged: the provider
 * stated a price · unknown: its answer was lost, or it or an earlier one stated no price, so more than `spent` may have
 * been charged. A fetch that made no call is free.
 */
export const lastCall = z.enum(['free', 'charged', 'unknown'])
export type LastCall = z.infer<typeof lastCall>

const charge = {
  /** Credits the provider stated in this fetch, all its windows together. */
  spent: z.int(),
  lastCall,
}
/** What a fetch cost so far, on its answer, its progress and its problems: all that may be said of money comes from it. */
export type Charge = { spent: number; lastCall: LastCall }

export const fetchEntry = z.object({
  /** Of a `complete` or `refresh`: names all its pages together. Null when nothing had to be fetched. */
  id: z.nullable(z.string()),
  kind: z.string(),
  state: fetchState,
  offset: z.int(),
  /** Rows asked for; of several pages together. */
  count: z.int(),
  /** The most it was said to cost, in credits, before it began. */
  quoted: z.int(),
  /** What the provider stated; null while unknown. More or less than `quoted` when the list moved meanwhile. */
  consumed: z.nullable(z.int()),
  /**
   * Null after a plain end. nothing_to_fetch · already_stored: more was stored than the presser had seen · cancelled · price_reached: the next page would have passed
   * `maxCredits` · else why it failed, as in problems.
   */
  code: z.nullable(z.string()),
})
export type FetchEntry = z.infer<typeof fetchEntry>

export const listState = z.object({
  stored: z.int(),
  total: z.nullable(z.int()),
  status: jobStatus,
  /** How many people may be missing among those stored; null before the provider told a total. */
  missing: z.nullable(z.int()),
  /** How many people this fetch added. */
  new: z.int(),
  /** How many known people it found with another rating, message, headline or job, or back again. */
  changed: z.int(),
  /** How many it found to be gone: only a complete sweep can. */
  gone: z.int(),
  /** As `job.revision`. */
  revision: z.int(),
  offers,
})
export type ListState = z.infer<typeof listState>

/**
 * Somebody else, or another tab, had asked before: whoever got this only waited for that fetch. `spent` and `lastCall`
 * are that fetch's, and none of it is theirs. Left out of one's own.
 */
export const joined = z.optional(z.literal(true))

export const fetchResult = z.object({ fetch: fetchEntry, ...charge, joined, list: listState })
export type FetchResult = z.infer<typeof fetchResult>

/** What a fetch would cost now. Asking is free, and nothing is held by it. */
export const fetchQuote = z.object({
  kind: fetchKind,
  /** The most applicants it can bring, or reads again; null while the provider never told how long the list is. */
  rows: z.nullable(z.int()),
  /** The most it can cost, in credits; 0 when there is nothing to fetch, null while the length is not known. */
  credits: z.nullable(z.int()),
  /** The most its first page can cost. */
  firstCredits: z.int(),
  /** What is left of today's limit. */
  leftToday: z.int(),
  /** It goes on with a pass over the whole list that was begun and not ended. */
  resumes: z.boolean(),
})
export type FetchQuote = z.infer<typeof fetchQuote>

/** How far a fetch has come; `event: progress` of a fetch that is asked for with `Accept: text/event-stream`. */
export const fetchProgress = z.object({
  /** Cancel it under this id, follow it in the ledger. */
  fetchId: z.string(),
  kind: fetchKind,
  pages: z.int(),
  /** Rows answered so far, and how many of them are people not known before. */
  rows: z.int(),
  new: z.int(),
  ...charge,
  joined,
  /** The most it was said to cost, in credits, before it began. */
  quoted: z.int(),
  /** The most that is still to come. */
  left: z.object({ rows: z.int(), credits: z.int() }),
})
export type FetchProgress = z.infer<typeof fetchProgress>

/** The `complete` or `refresh` of a list that is under way, whoever began it; null while there is none. */
export const runningFetch = z.object({ running: z.nullable(fetchProgress) })
export type RunningFetch = z.infer<typeof runningFetch>

/** The answer to cancelling: the page under way is still taken in, since it is paid for. */
export const fetchCancelled = z.object({ fetchId: z.string(), cancelled: z.boolean() })
export type FetchCancelled = z.infer<typeof fetchCancelled>
