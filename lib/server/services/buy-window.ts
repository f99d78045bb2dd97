import 'server-only'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { firstMonthOf } from '@/lib/domain/career-axis'
import { absorb, beginPass, type Window } from '@/lib/domain/list-drift'
import { monthOf } from '@/lib/domain/tenure'
import { priceRows } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/app-error'
import type { Account } from '@/lib/server/env'
import * as candidates from '@/lib/server/store/candidates'
import type { IncomingRow } from '@/lib/server/store/candidates'
import { forgetAbout } from '@/lib/server/store/erase-person'
import * as jobs from '@/lib/server/store/jobs'
import * as ledger from '@/lib/server/store/ledger'
import { holdTombstones, withoutErased } from '@/lib/server/store/tombstones'
import { ProviderError } from '@/lib/server/providers/provider-error'
import type { ProviderPage, Reader } from '@/lib/server/providers/provider'
import { chargeOf, withCharge } from './charge'
import type { Context, JobKey } from './context'
import { type KeptAnswer, summaryOf } from './fetch-answer'
import { incomingRow } from './incoming-row'
import { providerFailure } from './provider-failure'

/** One window to buy: an entry of the ledger. */
export type Purchase = {
  id: string
  key: JobKey
  account: Account
  kind: FetchKind
  window: Window
  /** The fetch of many pages that it is one of. */
  runId: string | null
  idempotencyKey: string | null
  requestHash: string
}
type Reserved = Purchase & { quoted: number; startedAt: Date }

// Rows at hand are paid for: a store that is away for a moment must not lose them.
const untilStored = retry(handleAll, {
  maxAttempts: 6,
  backoff: new ExponentialBackoff({ initialDelay: 250, maxDelay: 8_000 }),
})

const durationOf = (context: Context, { startedAt }: Reserved) =>
  context.now().getTime() - startedAt.getTime()

const entry = ({ id, kind, window: { offset, count }, quoted }: Reserved) => ({
  id,
  kind,
  offset,
  count,
  quoted,
})

/** The rows of an answer, each application once, and all its ids in its order. */
function rowsOf(page: ProviderPage, reader: Reader, seenAt: Date) {
  const asOf = monthOf(seenAt.toISOString())
  const seen = page.rows.map(({ raw }, at) => incomingRow(raw, page.offset + at, reader, asOf))
  const rows = [
    ...new Map(seen.toReversed().map((row) => [row.person.applicationId, row])).values(),
  ].reverse()
  return { rows, ids: seen.map(({ person }) => person.applicationId) }
}

/** Where the earliest career of these rows begins, months since year 0. */
function earliestOf(rows: readonly IncomingRow[]): number | null {
  const starts = rows.flatMap(({ person }) => person.experiences.flatMap(({ start }) => start ?? []))
  return starts.length === 0 ? null : Math.min(...starts.map(firstMonthOf))
}

/** Saves what was bought, moves the list on and settles the ledger, all or nothing. */
async function settle(context: Context, bought: Reserved, page: ProviderPage): Promise<FetchResult> {
  const { id: fetchId, key, window } = bought
  const seenAt = context.now()
  const { rows: told, ids } = rowsOf(page, context.provider.reader, seenAt)
  return context.db.transaction(async (tx) => {
    const salt = await holdTombstones(tx, 'share')
    const { rows, erased } = await withoutErased(tx, salt, key.account, told)
    // Locks the job, so that the list is read and written by one fetch at a time.
    const row = await jobs.touchJob(tx, key)
    const before = jobs.listOf(row)
    const list = window.part === 'again' ? beginPass(before) : before
    const known = await candidates.sightings(tx, key, ids)
    const { offset, total, nextOffset, hasMore } = page
    const answered = { offset, asked: window.count, ids, total, nextOffset, hasMore }
    const moved = absorb(list, window.part, answered, known)
    const edition = row.edition + 1
    // Whoever turns up where the list had been read already has come since.
    const newcomers = window.part !== 'read' || list.read.no > 1
    const arrival = { seenAt, fetchId, pass: moved.seenIn, edition, newcomers }
    await forgetAbout(tx, key, erased)
    const saved = await candidates.saveCandidates(tx, key, { rows, ...arrival })
    const { goneBefore } = moved
    const gone =
      goneBefore === null
        ? 0
        : await candidates.markGone(tx, key, { before: goneBefore, at: seenAt, fetchId })
    const after = { ...moved.list, gone: list.gone + gone - saved.back }
    const careerFrom = earliestOf(rows)
    await jobs.saveList(tx, key, { list: after, fetchedAt: seenAt, edition, careerFrom })
    const { added, changed } = saved
    const result: FetchResult = {
      fetch: { ...entry(bought), state: 'settled', consumed: page.creditsConsumed, code: null },
      ...chargeOf(page.creditsConsumed),
      list: summaryOf(after, { new: added, changed, gone }, context.provider.terms),
    }
    const answer: KeptAnswer = { ok: true, result }
    const settled = { consumed: page.creditsConsumed, answer, durationMs: durationOf(context, bought) }
    await ledger.settleFetch(tx, fetchId, settled)
    return result
  })
}

/** Enters a failed call in the ledger and says what a reader is told. */
async function giveUp(context: Context, bought: Reserved, error: ProviderError): Promise<AppError> {
  const failure = providerFailure(error, bought.account.label, bought.quoted)
  const state = error.charged === 'no' ? 'released' : 'unknown'
  const consumed = state === 'released' ? 0 : null
  const facts = {
    ...failure.facts,
    fetch: { ...entry(bought), state, consumed, code: failure.code } as const,
  }
  const kept = {
    code: failure.code,
    answer: { ok: false, code: failure.code, facts } satisfies KeptAnswer,
    durationMs: durationOf(context, bought),
  }
  await untilStored.execute(() =>
    state === 'released'
      ? ledger.releaseFetch(context.db, bought.id, kept)
      : ledger.markUnknown(context.db, bought.id, kept),
  )
  return new AppError(failure.code, facts, { cause: error })
}

async function reserve(context: Context, purchase: Purchase): Promise<Reserved> {
  const { id, key, kind, window, runId, idempotencyKey, requestHash } = purchase
  const { instance, creditsPerDay } = context
  const { offset, count } = window
  const quoted = priceRows(count, context.provider.terms)
  // Reserved before the call: a crash must leave a visible hold, not a free lookup.
  const startedAt = context.now()
  const reservation = { id, ...key, runId, kind, offset, count, quoted, who: context.actor.id, instance }
  const outcome = await ledger.reserveFetch(context.db, {
    ...reservation,
    idempotencyKey,
    requestHash,
    creditsPerDay,
  })
  if (!outcome.ok && outcome.refused === 'key_taken') throw new AppError('idempotency_key_reused')
  if (!outcome.ok) throw new AppError('credits_capped', { needed: quoted, left: outcome.left })
  return { ...purchase, quoted, startedAt }
}

async function save(context: Context, bought: Reserved, page: ProviderPage): Promise<FetchResult> {
  try {
    return await untilStored.execute(() => settle(context, bought, page))
  } catch (error) {
    throw new AppError('not_saved', chargeOf(page.creditsConsumed), { cause: error })
  }
}

/**
 * Reserve, call, settle, by who holds the list's lease. No transaction is open during the call.
 * @throws AppError credits_capped, not_saved, or what the provider answered
 */
export async function buyWindow(
  context: Context,
  purchase: Purchase,
): Promise<{ result: FetchResult; rows: number }> {
  const reserved = await reserve(context, purchase)
  const { account, key, window } = purchase
  const { offset, count } = window
  let page: ProviderPage
  try {
    page = await context.provider.getJobCandidates({ account, jobId: key.jobId, offset, count })
  } catch (error) {
    throw error instanceof ProviderError
      ? await giveUp(context, reserved, error)
      : withCharge(error, { spent: 0, lastCall: 'unknown' })
  }
  return { result: await save(context, reserved, page), rows: page.rows.length }
}
