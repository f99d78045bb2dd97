import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/app-error'
import * as leases from '@/lib/server/store/leases'
import * as ledger from '@/lib/server/store/ledger'
import type { JobRef } from '@/lib/url/paths'
import { accountOf, type Context, type JobKey } from './context'
import { answerAgain } from './fetch-answer'
import { buyNext } from './buy-next'
import { takeLease } from './list-lease'

const pollMs = 150

type Options = {
  /** The same key gives the same answer for a day, and never buys twice. */
  idempotencyKey: string | null
  /** The asker went away: stops waiting for someone else's fetch. One's own goes on, since it is paid for. */
  signal?: AbortSignal
}

const hashOf = (key: JobKey, request: FetchRequest) =>
  createHash('sha256')
    .update(JSON.stringify([key.account, key.jobId, request.kind, request.maxCredits]))
    .digest('hex')

async function askedBefore(context: Context, idempotencyKey: string, requestHash: string) {
  const asked = await ledger.findByIdempotencyKey(context.db, idempotencyKey)
  if (asked && asked.requestHash !== requestHash) throw new AppError('idempotency_key_reused')
  return asked
}

/** Waits for a fetch under way elsewhere. Null when its holder went away without entering it in the ledger. */
async function answerOfOther(context: Context, key: JobKey, fetchId: string, signal?: AbortSignal) {
  for (;;) {
    const lease = await leases.leaseOf(context.db, key)
    // Read after the lease: a fetch ends before its lease is given up.
    const row = await ledger.getFetch(context.db, fetchId)
    if (row && row.state !== 'reserved') return answerAgain(row)
    if (!lease?.live || lease.fetchId !== fetchId) {
      if (row) await ledger.expireReservations(context.db)
      if (row) throw new AppError('possibly_charged', { charged: 'possibly' })
      return null
    }
    await pause(pollMs, undefined, { signal })
  }
}

/**
 * Buys the next applicants of a list: the only thing that spends. One fetch per list at a time, whatever the number of
 * tabs, people and instances; who asks meanwhile gets that fetch's answer and pays nothing.
 * @throws AppError price_above_max, credits_capped, idempotency_key_reused, or what the provider answered; its
 *   `charged` fact says whether money may have gone
 */
export async function fetchCandidates(
  context: Context,
  ref: JobRef,
  request: FetchRequest,
  { idempotencyKey, signal }: Options,
): Promise<FetchResult> {
  const account = accountOf(context, ref.account)
  const key: JobKey = { account: account.label, jobId: ref.jobId }
  const requestHash = hashOf(key, request)
  const asked = idempotencyKey ? await askedBefore(context, idempotencyKey, requestHash) : null
  if (asked?.fetch && asked.fetch.state !== 'reserved') return answerAgain(asked.fetch)
  let following = asked?.fetchId ?? null
  for (;;) {
    if (following === null) {
      const id = randomUUID()
      const lease = await takeLease(context, key, id)
      if (lease.ok) {
        const fetch = { id, key, account, request, idempotencyKey, requestHash }
        return context.track(buyNext(context, fetch).finally(lease.release))
      }
      following = lease.fetchId
      if (idempotencyKey) {
        await ledger.rememberKey(context.db, { key: idempotencyKey, requestHash, fetchId: following })
      }
    }
    const answer = await answerOfOther(context, key, following, signal)
    if (answer) return answer
    following = null
  }
}
