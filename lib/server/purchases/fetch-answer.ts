import 'server-only'
import {
  type Charge,
  fetchEntry,
  type FetchRequest,
  type FetchResult,
  type ListState as ListSummary,
} from '@/lib/contracts/fetch'
import { listStatus, countMissing, newList } from '@/lib/domain/list-drift'
import { toOffers } from '@/lib/domain/offers'
import type { Terms } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/platform/app-error'
import type { Db } from '@/lib/server/db/open-database'
import * as jobs from '@/lib/server/candidates/store/jobs'
import type { JobKey, KnownList } from '@/lib/server/candidates/store/jobs'
import type { FetchRow } from '@/lib/server/purchases/store/ledger'
import { toCharge, noCharge } from './charge'
import { answerStored } from './stored-answer'

/** What a fetch brought: people not known before, known ones that changed, and those found to be gone. */
export type Finds = { new: number; changed: number; gone: number }
export const nothing: Finds = { new: 0, changed: 0, gone: 0 }

/** The list as a fetch leaves it. @param known the list and its revision */
export function toSummary({ list, revision }: KnownList, finds: Finds, terms: Terms): ListSummary {
  const { stored, total } = list
  return {
    stored,
    total,
    status: listStatus(list),
    missing: countMissing(list),
    ...finds,
    revision,
    offers: toOffers(list, terms),
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
    list: toSummary(known, nothing, terms),
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

/** What an entry of the ledger says that its call cost. */
function chargeOfEntry({ state, consumed }: FetchRow): Charge {
  if (state === 'settled') return toCharge(consumed)
  return state === 'released' ? noCharge : { spent: 0, lastCall: 'unknown' }
}

/**
 * Gives the answer of a fetch that ended once more. One that ended without leaving an answer (its process was killed)
 * has lost it.
 * @throws AppError, the one the fetch failed with
 */
export async function answerAgain(db: Db, row: FetchRow, terms: Terms): Promise<FetchResult> {
  const charge = chargeOfEntry(row)
  if (row.answer === null) {
    throw new AppError('possibly_charged', { ...charge, lastCall: 'unknown', fetch: fetchEntry.parse(row) })
  }
  return answerStored(row.answer, { charge: async () => charge, list: () => listNow(db, row), terms })
}

/** A list as it is now; a new one where its job is not stored. */
export async function listNow(db: Db, key: JobKey): Promise<KnownList> {
  const row = await jobs.getJob(db, key)
  return row ? jobs.toKnownList(row) : { list: newList, revision: 0 }
}
