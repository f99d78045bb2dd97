import 'server-only'
import type { FetchEntry, FetchRequest, FetchResult, ListState as ListSummary } from '@/lib/contracts/fetch'
import { listStatus, missingOf } from '@/lib/domain/list-drift'
import { offersOf } from '@/lib/domain/offers'
import type { Terms } from '@/lib/domain/terms'
import { AppError, type AppErrorCode, type AppErrorFacts } from '@/lib/server/app-error'
import type { KnownList } from '@/lib/server/store/jobs'
import type { FetchRow } from '@/lib/server/store/ledger'
import { noCharge } from './charge'

/** What the ledger keeps of a fetch that ended, so that whoever asks again, or asked meanwhile, gets the same. */
export type KeptAnswer =
  { ok: true; result: FetchResult } | { ok: false; code: AppErrorCode; facts: AppErrorFacts }

/** What a fetch brought: people not known before, known ones that changed, and those found to be gone. */
export type Finds = { new: number; changed: number; gone: number }
export const nothing: Finds = { new: 0, changed: 0, gone: 0 }

/** The list as a fetch leaves it. @param known the list and its revision */
export function summaryOf({ list, revision }: KnownList, finds: Finds, terms: Terms): ListSummary {
  const { stored, total } = list
  return {
    stored,
    total,
    status: listStatus(list),
    missing: missingOf(list),
    ...finds,
    revision,
    offers: offersOf(list, terms),
  }
}

/** The answer where no call has to be made, and none is entered in the ledger. */
const freeAnswer =
  (code: 'nothing_to_fetch' | 'already_stored') =>
  (kind: string, known: KnownList, terms: Terms): FetchResult => ({
    fetch: {
      id: null,
      kind,
      state: 'settled',
      offset: known.list.read.frontier,
      count: 0,
      quoted: 0,
      consumed: 0,
      code,
    },
    ...noCharge,
    list: summaryOf(known, nothing, terms),
  })

/** The list has nothing more to give. */
export const nothingToFetch = freeAnswer('nothing_to_fetch')

const alreadyStored = freeAnswer('already_stored')

/** The answer to a press whose presser had not seen all that is stored by now; null where there is something to buy. */
export const storedSince = (
  { kind, seen }: FetchRequest,
  known: KnownList,
  terms: Terms,
): FetchResult | null =>
  kind === 'next' && seen && known.list.stored > seen.stored ? alreadyStored(kind, known, terms) : null

export const entryOf = ({
  id,
  kind,
  state,
  offset,
  count,
  quoted,
  consumed,
  code,
}: FetchRow): FetchEntry => ({
  id,
  kind,
  state,
  offset,
  count,
  quoted,
  consumed,
  code,
})

/** @throws AppError, the one the fetch failed with */
export function answerOf(kept: KeptAnswer): FetchResult {
  if (!kept.ok) throw new AppError(kept.code, kept.facts)
  return kept.result
}

/**
 * Gives the answer of a fetch that ended once more. One that ended without leaving an answer (its process was killed)
 * has lost it.
 * @throws AppError, the one the fetch failed with
 */
export function answerAgain(row: FetchRow): FetchResult {
  const kept = row.answer as KeptAnswer | null
  if (!kept) throw new AppError('possibly_charged', { spent: 0, lastCall: 'unknown', fetch: entryOf(row) })
  return answerOf(kept)
}
