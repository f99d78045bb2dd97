import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { FetchCancelled, FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/app-error'
import * as ledger from '@/lib/server/store/ledger'
import * as runs from '@/lib/server/store/runs'
import type { JobRef } from '@/lib/url/paths'
import { audit } from './audit'
import { buyMany, type OnProgress } from './buy-many'
import { type Asked, buyOne } from './buy-one'
import { withCharge } from './charge'
import { accountOf, type Context, type JobKey, jobKeyOf } from './context'
import { endedAnswer, followFetch } from './follow-fetch'
import { takeLease } from './list-lease'

type Options = {
  /** The same key gives the same answer for a day, and never buys twice. */
  idempotencyKey: string | null
  /** The asker went away: stops waiting for someone else's fetch. One's own goes on, since it is paid for. */
  signal?: AbortSignal
  /** Told how far a `complete` or `refresh` has come, one's own or the one that is waited for. */
  onProgress?: OnProgress
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

const quiet: OnProgress = () => {}

function buy(context: Context, asked: Asked, onProgress: OnProgress): Promise<FetchResult> {
  const { kind } = asked.request
  return kind === 'next' || kind === 'check'
    ? buyOne(context, asked)
    : buyMany(context, asked, kind, onProgress)
}

// The ledger has every call; who asked for it, and that it was asked for, is in the audit log as well.
async function bought(context: Context, asked: Asked, onProgress: OnProgress): Promise<FetchResult> {
  const { key, request } = asked
  const { kind, maxCredits } = request
  const facts = { account: key.account, kind, agreed: maxCredits }
  try {
    const result = await buy(context, asked, onProgress)
    const { consumed, state } = result.fetch
    await audit(context, 'credits.spent', {
      subject: key.jobId,
      detail: { ...facts, charged: consumed, state },
    })
    return result
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal_error'
    // What went wrong is what the asker has to hear, whatever becomes of the note of it.
    await audit(context, 'credits.refused', { subject: key.jobId, detail: { ...facts, code } }).catch(
      () => {},
    )
    throw error
  }
}

/**
 * Buys applicants of a list: the only thing that spends. One fetch per list at a time, whatever the number of tabs,
 * people and instances; who asks meanwhile gets that fetch's answer and pays nothing.
 * @throws AppError price_above_max, credits_capped, idempotency_key_reused, or what the provider answered; its
 *   `spent` and `lastCall` facts say what it cost
 */
export async function fetchCandidates(
  context: Context,
  ref: JobRef,
  request: FetchRequest,
  { idempotencyKey, signal, onProgress = quiet }: Options,
): Promise<FetchResult> {
  const account = accountOf(context, ref.account)
  const key: JobKey = { account: account.label, jobId: ref.jobId }
  const requestHash = hashOf(key, request)
  const asked = idempotencyKey ? await askedBefore(context, idempotencyKey, requestHash) : null
  const before = asked && (await endedAnswer(context, asked.fetchId))
  if (before) return before
  let following = asked?.fetchId ?? null
  for (;;) {
    if (following === null) {
      const id = randomUUID()
      const lease = await takeLease(context, key, id)
      if (lease.ok) {
        const own: Asked = { id, key, account, request, idempotencyKey, requestHash }
        return context.track(bought(context, own, onProgress).finally(lease.release))
      }
      following = lease.fetchId
      if (idempotencyKey) {
        await ledger.rememberKey(context.db, { key: idempotencyKey, requestHash, fetchId: following })
      }
    }
    // Where waiting fails, what is waited for goes on, and may be the asker's own.
    const answer = await followFetch(context, key, following, { signal, onProgress }).catch(
      (error: unknown) => {
        throw withCharge(error, { spent: 0, lastCall: 'unknown' })
      },
    )
    if (answer) return answer
    following = null
  }
}

/**
 * Asks a `complete` or `refresh` to stop before its next page; what it bought stays.
 * @returns `cancelled: false` when it is not under way
 * @throws AppError account_not_found
 */
export async function cancelFetch(context: Context, ref: JobRef, fetchId: string): Promise<FetchCancelled> {
  return { fetchId, cancelled: await runs.cancelRun(context.db, jobKeyOf(context, ref), fetchId) }
}
