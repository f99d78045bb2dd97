import 'server-only'
import * as z from 'zod/mini'
import {
  type Charge,
  fetchEntry,
  type FetchResult,
  fetchResult,
  lastCall,
  listState,
} from '@/lib/contracts/fetch'
import { offers } from '@/lib/contracts/offers'
import { toOffers } from '@/lib/domain/offers'
import type { Terms } from '@/lib/domain/terms'
import {
  AppError,
  type AppErrorCode,
  appErrorCodes,
  type AppErrorFacts,
} from '@/lib/server/platform/app-error'
import type { KnownList } from '@/lib/server/candidates/store/jobs'
import { StoredDataError } from '@/lib/server/candidates/store/stored-person'
import { withCharge } from './charge'

/** What the ledger keeps of a fetch that ended, so that whoever asks again, or asked meanwhile, gets the same. */
export type StoredAnswer =
  { ok: true; result: FetchResult } | { ok: false; code: AppErrorCode; facts: AppErrorFacts }

const facts = z.object({
  reason: z.optional(z.string()),
  needed: z.optional(z.number()),
  left: z.optional(z.number()),
  account: z.optional(z.string()),
  providerMessage: z.optional(z.string()),
  providerCode: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
  spent: z.optional(z.int()),
  lastCall: z.optional(lastCall),
  fetch: z.optional(fetchEntry),
  listKnown: z.optional(z.boolean()),
  allow: z.optional(z.string()),
  role: z.optional(z.string()),
})
const failed = { ok: z.literal(false), code: z.enum(appErrorCodes), facts }

const version = 2
const current = z.discriminatedUnion('ok', [
  z.object({ version: z.literal(version), ok: z.literal(true), result: fetchResult }),
  z.object({ version: z.literal(version), ...failed }),
])

// Version 1 did not say so. Its first answers did not say what the fetch cost either, nor what the list offers.
const firstList = z.extend(listState, { revision: z.optional(z.int()), offers: z.optional(offers) })
const firstResult = z.object({
  fetch: fetchEntry,
  spent: z.optional(z.int()),
  lastCall: z.optional(lastCall),
  list: firstList,
})
const first = z.discriminatedUnion('ok', [
  z.object({ version: z.optional(z.undefined()), ok: z.literal(true), result: firstResult }),
  z.object({ version: z.optional(z.undefined()), ...failed }),
])
const stored = z.union([current, first])

/** An answer as the ledger keeps it. */
export const toStored = (answer: StoredAnswer) => ({ version, ...answer })

/** What is known besides a kept answer, looked up where it is needed: the ledger's rows, the list as it is now. */
export type Besides = { charge: () => Promise<Charge>; list: () => Promise<KnownList>; terms: Terms }

async function completeResult(
  { fetch, spent, lastCall: call, list }: z.infer<typeof firstResult>,
  { charge, list: read, terms }: Besides,
): Promise<FetchResult> {
  const known = list.offers === undefined || list.revision === undefined ? await read() : null
  return {
    fetch,
    ...(spent === undefined || call === undefined ? await charge() : { spent, lastCall: call }),
    list: {
      ...list,
      revision: list.revision ?? known?.revision ?? 0,
      offers: list.offers ?? toOffers((known ?? (await read())).list, terms),
    },
  }
}

/**
 * Reads a kept answer, of this version or an older one. What an older one did not keep is filled in from what is known.
 * @throws AppError internal_error with the charge, where the answer cannot be read
 */
export async function parseStoredAnswer(kept: unknown, besides: Besides): Promise<StoredAnswer> {
  const parsed = stored.safeParse(kept)
  if (!parsed.success) {
    throw withCharge(new StoredDataError('The kept answer is not of a known shape.'), await besides.charge())
  }
  const answer = parsed.data
  if (answer.ok) return { ok: true, result: await completeResult(answer.result, besides) }
  const { code, facts: said } = answer
  return {
    ok: false,
    code,
    facts: said.lastCall === undefined ? { ...said, ...(await besides.charge()) } : said,
  }
}

/** Gives a kept answer once more. @throws AppError, the one the fetch failed with */
export async function answerStored(kept: unknown, besides: Besides): Promise<FetchResult> {
  const answer = await parseStoredAnswer(kept, besides)
  if (answer.ok) return answer.result
  throw new AppError(answer.code, answer.facts)
}

const found = z.object({
  ok: z.literal(true),
  result: z.object({ list: z.pick(listState, { new: true, changed: true, gone: true }) }),
})

/** What a kept answer brought; null for one that failed, or cannot be read. */
export function readFinds(kept: unknown): { new: number; changed: number; gone: number } | null {
  const parsed = found.safeParse(kept)
  return parsed.success ? parsed.data.result.list : null
}
