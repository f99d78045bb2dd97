import * as z from 'zod/mini'
import { fetchEntry } from './fetch'

export const ledgerEntry = z.extend(fetchEntry, {
  id: z.string(),
  jobId: z.string(),
  account: z.string(),
  who: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.nullable(z.int()),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

export const creditsPage = z.object({
  entries: z.array(ledgerEntry),
  nextCursor: z.nullable(z.string()),
  totals: z.object({
    /** Credits of the current UTC day: charged, held, and possibly charged. */
    today: z.int(),
    /** CREDITS_PER_DAY. */
    perDay: z.int(),
    /** AUTOLOAD_CREDITS: what scrolling may spend by itself in one visit. */
    autoloadPerVisit: z.int(),
    /** Every credit the provider stated, ever. */
    allTime: z.int(),
  }),
})
export type CreditsPage = z.infer<typeof creditsPage>
