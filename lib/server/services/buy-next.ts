import 'server-only'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import { quoteCredits } from '@/lib/domain/credits'
import { firstMonthOf } from '@/lib/domain/career-axis'
import { absorb, planNext } from '@/lib/domain/list-drift'
import { monthOf } from '@/lib/domain/tenure'
import { AppError } from '@/lib/server/app-error'
import type { Account } from '@/lib/server/env'
import * as candidates from '@/lib/server/store/candidates'
import type { IncomingRow } from '@/lib/server/store/candidates'
import * as jobs from '@/lib/server/store/jobs'
import * as ledger from '@/lib/server/store/ledger'
import { UpstreamError } from '@/lib/server/upstream/upstream-error'
import type { UpstreamPage } from '@/lib/server/upstream/upstream-page'
import type { Context, JobKey } from './context'
import { type KeptAnswer, nothingToFetch, summaryOf } from './fetch-answer'
import { incomingRow } from './incoming-row'
import { upstreamFailure } from './upstream-failure'

export type Fetch = {
  id: string
  key: JobKey
  account: Account
  request: FetchRequest
  idempotencyKey: string | null
  requestHash: string
}
type Window = { offset: number; count: number }
type Reserved = Fetch & Window & { quoted: number; startedAt: Date }

// Rows at hand are paid for: a store that is away for a moment must not lose them.
const untilStored = retry(handleAll, {
  maxAttempts: 6,
  backoff: new ExponentialBackoff({ initialDelay: 250, maxDelay: 8_000 }),
})

const durationOf = (context: Context, { startedAt }: Reserved) =>
  context.now().getTime() - startedAt.getTime()

const entry = ({ id, request, offset, count, quoted }: Reserved) => ({
  id,
  kind: request.kind,
  offset,
  count,
  quoted,
})

/** Where the earliest career of these rows begins, months since year 0. */
function earliestOf(rows: readonly IncomingRow[]): number | null {
  const starts = rows.flatMap(({ person }) => person.experiences.flatMap(({ start }) => start ?? []))
  return starts.length === 0 ? null : Math.min(...starts.map(firstMonthOf))
}

/** Saves what was bought, moves the list on and settles the ledger, all or nothing. */
async function settle(context: Context, fetch: Reserved, page: UpstreamPage): Promise<FetchResult> {
  const { key } = fetch
  const seenAt = context.now()
  const asOf = monthOf(seenAt.toISOString())
  const seen = page.rows.map((row, at) => incomingRow(row, page.offset + at, asOf))
  const rows = [
    ...new Map(seen.toReversed().map((row) => [row.person.applicationId, row])).values(),
  ].reverse()
  const ids = seen.map(({ person }) => person.applicationId)
  return context.db.transaction(async (tx) => {
    // Locks the job, so that the list is read and written by one fetch at a time.
    const list = jobs.listOf(await jobs.touchJob(tx, key))
    const known = await candidates.knownIds(tx, key, ids)
    const { offset, total, nextOffset, hasMore } = page
    const moved = absorb(list, { offset, asked: fetch.count, ids, total, nextOffset, hasMore }, known)
    const { added } = await candidates.saveCandidates(tx, key, { rows, seenAt, fetchId: fetch.id })
    await jobs.saveList(tx, key, { list: moved.list, fetchedAt: seenAt, careerFrom: earliestOf(rows) })
    const result: FetchResult = {
      fetch: { ...entry(fetch), state: 'settled', consumed: page.creditsConsumed, code: null },
      list: summaryOf(moved.list, added),
    }
    const answer: KeptAnswer = { ok: true, result }
    const settled = { consumed: page.creditsConsumed, answer, durationMs: durationOf(context, fetch) }
    await ledger.settleFetch(tx, fetch.id, settled)
    return result
  })
}

/** Enters a failed call in the ledger and says what a reader is told. */
async function giveUp(context: Context, fetch: Reserved, error: UpstreamError): Promise<AppError> {
  const failure = upstreamFailure(error, fetch.account.label, fetch.quoted)
  const state = error.charged === 'no' ? 'released' : 'unknown'
  const consumed = state === 'released' ? 0 : null
  const facts = { ...failure.facts, fetch: { ...entry(fetch), state, consumed, code: failure.code } as const }
  const kept = {
    code: failure.code,
    answer: { ok: false, code: failure.code, facts } satisfies KeptAnswer,
    durationMs: durationOf(context, fetch),
  }
  await untilStored.execute(() =>
    state === 'released'
      ? ledger.releaseFetch(context.db, fetch.id, kept)
      : ledger.markUnknown(context.db, fetch.id, kept),
  )
  return new AppError(failure.code, facts, { cause: error })
}

async function reserve(context: Context, fetch: Fetch, window: Window): Promise<Reserved> {
  const { id, key, request, idempotencyKey, requestHash } = fetch
  const { instance, creditsPerDay } = context
  const quoted = quoteCredits(window.count)
  if (quoted > request.maxCredits) {
    throw new AppError('price_above_max', { needed: quoted, left: request.maxCredits })
  }
  // Reserved before the call: a crash must leave a visible hold, not a free lookup.
  const startedAt = context.now()
  const reservation = { id, ...key, kind: request.kind, ...window, quoted, who: 'local', instance }
  const outcome = await ledger.reserveFetch(context.db, {
    ...reservation,
    idempotencyKey,
    requestHash,
    creditsPerDay,
  })
  if (!outcome.ok && outcome.refused === 'key_taken') throw new AppError('idempotency_key_reused')
  if (!outcome.ok) throw new AppError('credits_capped', { needed: quoted, left: outcome.left })
  return { ...fetch, ...window, quoted, startedAt }
}

async function save(context: Context, fetch: Reserved, page: UpstreamPage): Promise<FetchResult> {
  try {
    return await untilStored.execute(() => settle(context, fetch, page))
  } catch (error) {
    throw new AppError('not_saved', { charged: 'possibly' }, { cause: error })
  }
}

/**
 * Reserve, call, settle, by who holds the list's lease. No transaction is open during the call.
 * @throws AppError price_above_max, credits_capped, not_saved, or what the provider answered
 */
export async function buyNext(context: Context, fetch: Fetch): Promise<FetchResult> {
  const { key, account } = fetch
  const list = jobs.listOf(await jobs.touchJob(context.db, key))
  const window = planNext(list)
  if (!window) return nothingToFetch(fetch.request.kind, list)
  const reserved = await reserve(context, fetch, window)
  let page: UpstreamPage
  try {
    page = await context.upstream.getJobCandidates({ account, jobId: key.jobId, ...window })
  } catch (error) {
    throw error instanceof UpstreamError ? await giveUp(context, reserved, error) : error
  }
  return save(context, reserved, page)
}
