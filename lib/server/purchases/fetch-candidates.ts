import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { FetchCancelled, FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/platform/app-error'
import * as jobs from '@/lib/server/candidates/store/jobs'
import * as ledger from '@/lib/server/purchases/store/ledger'
import * as runs from '@/lib/server/purchases/store/runs'
import type { JobRef } from '@/lib/url/paths'
import { audit, type AuditDetail } from '@/lib/server/audit/audit'
import { buyMany, type OnProgress } from './buy-many'
import { type Asked, buyOne } from './buy-one'
import { joining, toAppError, withCharge } from './charge'
import { findAccount, type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { storedSince } from './fetch-answer'
import { endedAnswer, followFetch } from './follow-fetch'
import { acquireListLease } from './list-lease'
import { saveSpooledOfList } from './save-spooled'

type Options = {
  /** The same key gives the same answer for a day, and never buys twice. */
  idempotencyKey: string | null
  /** The asker went away: stops waiting for someone else's fetch. One's own goes on, since it is paid for. */
  signal?: AbortSignal
  /** Told how far a `complete` or `refresh` has come, one's own or the one that is waited for. */
  onProgress?: OnProgress
}

const hashRequest = (key: JobKey, request: FetchRequest) =>
  createHash('sha256')
    .update(JSON.stringify([key.account, key.jobId, request.kind, request.maxCredits]))
    .digest('hex')

async function findRepeat(context: Context, idempotencyKey: string, requestHash: string) {
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

// The ledger has every call; who asked for it, and that it was asked for, is in the audit log as well. What became of the
// fetch is what the asker has to hear, whatever becomes of the note of it.
const note = (context: Context, action: string, { key }: Asked, detail: AuditDetail) =>
  audit(context, action, { subject: key.jobId, detail }).catch((error: unknown) =>
    context.log.error({ err: error, action }, 'not entered in the audit log'),
  )

async function buyAndNote(context: Context, asked: Asked, onProgress: OnProgress): Promise<FetchResult> {
  const { id, key, request } = asked
  const { kind, maxCredits } = request
  const facts = { account: key.account, kind, agreed: maxCredits }
  let result: FetchResult
  try {
    // First what is paid for already: it must not be bought again.
    await saveSpooledOfList(context, key, id)
    result = await buy(context, asked, onProgress)
  } catch (error) {
    const { code, facts: known } = toAppError(error)
    await note(context, 'credits.refused', asked, { ...facts, code, charged: known.spent ?? null })
    throw error
  }
  const { consumed, state } = result.fetch
  await note(context, 'credits.spent', asked, { ...facts, charged: consumed, state })
  return result
}

/**
 * Buys applicants of a list: the only thing that spends. One fetch per list at a time, whatever the number of tabs,
 * people and instances; who asks meanwhile gets that fetch's answer and pays nothing.
 * @throws AppError price_above_max, credits_capped, autoload_used_up, idempotency_key_reused, or what the provider answered; its
 *   `spent` and `lastCall` facts say what it cost
 */
export async function fetchCandidates(
  context: Context,
  ref: JobRef,
  request: FetchRequest,
  { idempotencyKey, signal, onProgress = quiet }: Options,
): Promise<FetchResult> {
  const account = findAccount(context, ref.account)
  const key: JobKey = { account: account.label, jobId: ref.jobId }
  const requestHash = hashRequest(key, request)
  const asked = idempotencyKey ? await findRepeat(context, idempotencyKey, requestHash) : null
  // A key can stand for a fetch of somebody else, whose answer its asker waited for.
  const isTheirs = asked !== null && !(await ledger.isAskedBy(context.db, asked.fetchId, context.actor.id))
  const before = asked && (await joining(endedAnswer(context, asked.fetchId), isTheirs))
  if (before) return before
  const storedBy = async () => {
    const row = request.seen && (await jobs.getJob(context.db, key))
    return row ? storedSince(request, jobs.toKnownList(row), context.provider.terms) : null
  }
  const since = asked ? null : await storedBy()
  if (since) return since
  let following = asked?.fetchId ?? null
  for (;;) {
    if (following === null) {
      // One whose process died between two pages goes on under its id, with what it bought.
      const interrupted = asked && (await runs.wasInterrupted(context.db, asked.fetchId))
      const id = interrupted ? asked.fetchId : randomUUID()
      const lease = await acquireListLease(context, key, id)
      if (lease.ok) {
        const own: Asked = { id, key, account, request, idempotencyKey, requestHash, lease }
        return context.track(buyAndNote(context, own, onProgress).finally(lease.release))
      }
      following = lease.fetchId
      if (idempotencyKey) {
        await ledger.rememberKey(context.db, { key: idempotencyKey, requestHash, fetchId: following })
      }
    }
    // Where waiting fails, what is waited for goes on, and may be the asker's own.
    const own = asked?.fetchId === following && !isTheirs
    const hear: OnProgress = own ? onProgress : (come) => onProgress({ ...come, joined: true })
    const followed = followFetch(context, key, following, { signal, onProgress: hear }).catch(
      (error: unknown) => {
        if (signal?.aborted) throw error
        throw withCharge(error, { spent: 0, lastCall: 'unknown' })
      },
    )
    const answer = await joining(followed, !own)
    // What somebody else bought meanwhile is theirs to pay for; to this presser it is simply there.
    if (answer) return (asked?.fetchId === following ? null : await storedBy()) ?? answer
    following = null
  }
}

/**
 * Asks a `complete` or `refresh` to stop before its next page; what it bought stays.
 * @returns `cancelled: false` when it is not under way
 * @throws AppError account_not_found
 */
export async function cancelFetch(context: Context, ref: JobRef, fetchId: string): Promise<FetchCancelled> {
  return { fetchId, cancelled: await runs.cancelRun(context.db, toJobKey(context, ref), fetchId) }
}
