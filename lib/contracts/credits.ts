import * as z from 'zod/mini'
import { day } from './day'
import { fetchEntry } from './fetch'
import { fetchKinds, fetchStates } from './words'

export const ledgerEntry = z.extend(fetchEntry, {
  id: z.string(),
  /** The fetch it was a page of; the same as `id` for a fetch of one page. */
  fetchId: z.string(),
  jobId: z.string(),
  account: z.string(),
  who: z.string(),
  whoName: z.string(),
  /** A price that cannot be believed, as the provider wrote it. */
  stated: z.nullable(z.string()),
  startedAt: z.iso.datetime(),
  durationMs: z.nullable(z.int()),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** Which entries of the ledger: every key narrows, null is any. Days are UTC, both ends included. */
export const ledgerFilter = z.object({
  job: z.nullable(z.string()),
  kind: z.nullable(z.enum(fetchKinds)),
  state: z.nullable(z.enum(fetchStates)),
  who: z.nullable(z.string()),
  from: z.nullable(day),
  to: z.nullable(day),
})
export type LedgerFilter = z.infer<typeof ledgerFilter>

/** Credits of some entries. `consumed` is what the provider stated; `held` may still be, or may have been, charged. */
const spend = z.object({ entries: z.int(), consumed: z.int(), held: z.int() })

export const jobSpend = z.extend(spend, {
  jobId: z.string(),
  account: z.string(),
  label: z.nullable(z.string()),
  /** People stored of this job. */
  candidates: z.int(),
})
export type JobSpend = z.infer<typeof jobSpend>

/** What today came to so far: of everybody, and of what the reader's own scrolling spent by itself. */
export const creditMeter = z.object({
  /** Credits of the current UTC day: charged, held, and possibly charged. */
  today: z.int(),
  /** CREDITS_PER_DAY. */
  perDay: z.int(),
  /** Of the reader, for the same day. `limit` is AUTOLOAD_CREDITS; 0 for who may not spend. */
  autoload: z.object({ used: z.int(), limit: z.int() }),
  /**
   * Of the visit that was named, where one was: credits the provider stated for what this reader's visit bought, and
   * whether some of it has not ended yet.
   */
  visit: z.optional(z.object({ spent: z.int(), running: z.boolean() })),
})
export type CreditMeter = z.infer<typeof creditMeter>
/** What scrolling has spent by itself, and may. */
export type Autoload = CreditMeter['autoload']

export const creditsPage = z.object({
  entries: z.array(ledgerEntry),
  nextCursor: z.nullable(z.string()),
  totals: z.object({
    /** Credits of the current UTC day: charged, held, and possibly charged. */
    today: z.int(),
    /** CREDITS_PER_DAY. */
    perDay: z.int(),
    /** AUTOLOAD_CREDITS: what scrolling may spend by itself, per person and day. */
    autoloadPerDay: z.int(),
    /** Every credit the provider stated, ever. */
    allTime: z.int(),
    /** The entries of the filter, all pages of them. */
    matched: spend,
    /** The same, dearest job first, at most 200. */
    byJob: z.array(jobSpend),
    byPerson: z.array(z.extend(spend, { who: z.string(), name: z.string() })),
    /** The last 30 UTC days, oldest first, days without spending too. */
    byDay: z.array(z.extend(spend, { day: z.iso.date() })),
    /** Credits stated by the filter's entries, for each person stored of their jobs; null while there is nobody. */
    perCandidate: z.nullable(z.number()),
  }),
})
export type CreditsPage = z.infer<typeof creditsPage>
