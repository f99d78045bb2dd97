import 'server-only'
import { randomUUID } from 'node:crypto'
import type { FetchEntry, FetchProgress, FetchResult, FetchState } from '@/lib/contracts/fetch'
import {
  beginPass,
  type Errand,
  errandCredits,
  errandOf,
  errandRows,
  type ListState,
  planErrand,
  type Window,
} from '@/lib/domain/list-drift'
import { priceRows, rowsFor, type Terms } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/app-error'
import * as jobs from '@/lib/server/store/jobs'
import * as ledger from '@/lib/server/store/ledger'
import * as runs from '@/lib/server/store/runs'
import type { Asked } from './buy-one'
import { buyWindow } from './buy-window'
import { addCharge, chargeOf, noCharge, toAppError } from './charge'
import type { Context } from './context'
import { type Finds, type KeptAnswer, nothing, nothingToFetch, summaryOf } from './fetch-answer'

/** Told of every page that was taken in. */
export type OnProgress = (progress: FetchProgress) => void

type Kind = 'complete' | 'refresh'
type Run = Asked & { kind: Kind; errand: Errand; onProgress: OnProgress }
/** What has been bought so far. `held` is what an answer did not state. */
type Tally = { progress: FetchProgress; finds: Finds; offset: number; count: number; held: number }

const entryOf = (tally: Tally, state: FetchState, code: string | null): FetchEntry => {
  const { progress, offset, count } = tally
  const { fetchId: id, kind, quoted, spent } = progress
  return { id, kind, state, offset, count, quoted, consumed: state === 'unknown' ? null : spent, code }
}

function leftOf(list: ListState, errand: Errand, terms: Terms) {
  const window = planErrand(list, errand, terms)
  const rows = errandRows(list, errand) ?? window?.count ?? 0
  return window
    ? { rows, credits: errandCredits(list, errand, terms) ?? priceRows(rows, terms) }
    : { rows: 0, credits: 0 }
}

/** Refuses what is dearer than agreed, or than what is left of the day, before anything is sent. */
async function agree(context: Context, { request }: Asked, needed: number): Promise<void> {
  if (needed > request.maxCredits) {
    throw new AppError('price_above_max', { needed, left: request.maxCredits, ...noCharge })
  }
  const left = Math.max(0, context.creditsPerDay - (await ledger.spentToday(context.db)))
  if (needed > left) throw new AppError('credits_capped', { needed, left, ...noCharge })
}

/** The window as far as what was agreed still pays for it; null when it pays for nobody more. */
function affordable(window: Window, credits: number, terms: Terms): Window | null {
  const count = Math.min(window.count, rowsFor(credits, terms))
  return count > 0 ? { ...window, count } : null
}

async function buyPage(context: Context, run: Run, tally: Tally, window: Window): Promise<void> {
  const { id: runId, key, account, kind } = run
  const asked = { id: randomUUID(), key, account, kind, window, runId, idempotencyKey: null, requestHash: '' }
  tally.offset = tally.progress.pages === 0 ? window.offset : tally.offset
  tally.count += window.count
  const { result, rows } = await buyWindow(context, asked)
  const { fetch, list } = result
  tally.held += fetch.consumed === null ? fetch.quoted : 0
  const { finds, progress } = tally
  tally.finds = {
    new: finds.new + list.new,
    changed: finds.changed + list.changed,
    gone: finds.gone + list.gone,
  }
  tally.progress = {
    ...progress,
    pages: progress.pages + 1,
    rows: progress.rows + rows,
    new: tally.finds.new,
    ...addCharge(progress, chargeOf(fetch.consumed)),
  }
}

/** Page after page, each from where the store says the list is. @returns why it stopped, null when it is done */
async function buyPages(context: Context, run: Run, tally: Tally): Promise<string | null> {
  const { key, errand, request, onProgress } = run
  const { terms } = context.provider
  for (;;) {
    const stored = jobs.listOf(await jobs.touchJob(context.db, key))
    const list = errand === 'pass' && tally.progress.pages === 0 ? beginPass(stored) : stored
    tally.progress = { ...tally.progress, left: leftOf(list, errand, terms) }
    const { cancelled } = await runs.saveProgress(context.db, tally.progress)
    onProgress(tally.progress)
    const next = planErrand(list, errand, terms)
    if (!next) return null
    if (cancelled) return 'cancelled'
    if (context.stopping.aborted) return 'stopping'
    const window = affordable(next, request.maxCredits - tally.progress.spent - tally.held, terms)
    if (!window) return 'price_reached'
    await buyPage(context, run, tally, window)
  }
}

/** What a failed page, or a store that failed between two, makes of the fetch: the pages before it stand. */
function failureOf(tally: Tally, thrown: unknown): AppError {
  const { progress } = tally
  const { code, facts } = toAppError(thrown)
  const { spent = 0, lastCall = progress.lastCall } = facts
  const charge = addCharge(progress, { spent, lastCall })
  const state =
    facts.lastCall === 'unknown' ? 'unknown' : charge.spent > 0 || progress.pages > 0 ? 'settled' : 'released'
  const fetch = entryOf({ ...tally, progress: { ...progress, ...charge } }, state, code)
  return new AppError(code, { ...facts, ...charge, fetch }, { cause: thrown })
}

/**
 * Buys window after window of a `complete` or a `refresh`, each an entry of the ledger. It goes on when the asker leaves,
 * stops before its next page when it is cancelled, the process is told to stop, or what was agreed is spent, and goes on
 * from there when it is asked for again.
 * @throws AppError price_above_max, credits_capped, idempotency_key_reused, or what a page failed with
 */
export async function buyMany(
  context: Context,
  asked: Asked,
  kind: Kind,
  onProgress: OnProgress,
): Promise<FetchResult> {
  const { id, key, idempotencyKey, requestHash } = asked
  const { terms } = context.provider
  const stored = jobs.listOf(await jobs.touchJob(context.db, key))
  const errand = errandOf(stored, kind)
  if (errand === null) return nothingToFetch(kind, stored, terms)
  const list = errand === 'pass' ? beginPass(stored) : stored
  const first = priceRows(planErrand(list, errand, terms)?.count ?? 0, terms)
  const quoted = errandCredits(list, errand, terms)
  await agree(context, asked, quoted ?? first)
  const left = leftOf(list, errand, terms)
  // Where nobody knows how long the list is, what was agreed is all that was said of its price.
  const progress: FetchProgress = {
    ...{ fetchId: id, kind, pages: 0, rows: 0, new: 0, ...noCharge },
    quoted: quoted ?? asked.request.maxCredits,
    left,
  }
  if (!(await runs.startRun(context.db, key, { progress, idempotencyKey, requestHash }))) {
    throw new AppError('idempotency_key_reused')
  }
  const tally: Tally = { progress, finds: nothing, offset: 0, count: 0, held: 0 }
  try {
    const code = await buyPages(context, { ...asked, kind, errand, onProgress }, tally)
    const after = jobs.listOf(await jobs.touchJob(context.db, key))
    const result: FetchResult = {
      fetch: entryOf(tally, 'settled', code),
      ...{ spent: tally.progress.spent, lastCall: tally.progress.lastCall },
      list: summaryOf(after, tally.finds, terms),
    }
    await runs.endRun(context.db, id, { ok: true, result } satisfies KeptAnswer)
    return result
  } catch (thrown) {
    const error = failureOf(tally, thrown)
    const { code, facts } = error
    await runs
      .endRun(context.db, id, { ok: false, code, facts } satisfies KeptAnswer)
      .catch((cause: unknown) => context.log.error({ err: cause, fetchId: id }, 'run not ended'))
    throw error
  }
}
