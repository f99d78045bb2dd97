import 'server-only'
import { randomUUID } from 'node:crypto'
import type { FetchProgress, FetchResult } from '@/lib/contracts/fetch'
import {
  beginPass,
  type Sweep,
  sweepCredits,
  chooseSweep,
  sweepRows,
  type ListState,
  planSweep,
  type Window,
} from '@/lib/domain/list-drift'
import { priceRows, rowsFor, type Terms } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/platform/app-error'
import * as jobs from '@/lib/server/candidates/store/jobs'
import * as ledger from '@/lib/server/purchases/store/ledger'
import * as runs from '@/lib/server/purchases/store/runs'
import type { Asked } from './buy-one'
import { buyWindow } from './buy-window'
import { addCharge, noCharge, toAppError } from './charge'
import type { Context } from '@/lib/server/auth/context'
import { countPage, startTally, type Tally, tallyEntry } from './fetch-tally'
import { nothingToFetch, toSummary } from './fetch-answer'
import { toStored } from './stored-answer'

/** Told of every page that was taken in. */
export type OnProgress = (progress: FetchProgress) => void

type Kind = 'complete' | 'refresh'
type Run = Asked & { kind: Kind; errand: Sweep; onProgress: OnProgress }
function countLeft(list: ListState, errand: Sweep, terms: Terms) {
  const window = planSweep(list, errand, terms)
  const rows = sweepRows(list, errand) ?? window?.count ?? 0
  return window
    ? { rows, credits: sweepCredits(list, errand, terms) ?? priceRows(rows, terms) }
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

/** @returns whether it was dearer than it was said to be */
async function buyPage(
  context: Context,
  run: Run,
  tally: Tally,
  { window, revision }: { window: Window; revision: number },
): Promise<boolean> {
  const { id: runId, key, account, kind, request } = run
  const page = { id: randomUUID(), idempotencyKey: null, requestHash: '' }
  const { visit } = request
  const asked = { ...page, key, account, kind, window, revision, runId, visit, lease: run.lease }
  tally.offset = tally.progress.pages === 0 ? window.offset : tally.offset
  tally.count += window.count
  const { result, rows } = await buyWindow(context, asked)
  const { fetch, list } = result
  countPage(tally, { rows, quoted: fetch.quoted, consumed: fetch.consumed, list })
  return fetch.consumed !== null && fetch.consumed > fetch.quoted
}

// Windows in a row that bring nobody. Where people slid back, a few do; a provider that promises more for ever never ends.
const maxIdleWindows = 8

/** What is left of the agreed price. People that came for less than their price count as if they had cost it. */
const creditsLeft = ({ request }: Run, { progress, held }: Tally, terms: Terms): number =>
  request.maxCredits - Math.max(progress.spent + held, priceRows(progress.rows, terms))

/** How many people the pass at work has seen, to be compared between two windows. */
const seenIn = ({ read, again }: ListState) => `${(again ?? read).no} ${(again ?? read).seen}`

/** Page after page, each from where the store says the list is. @returns why it stopped, null when it is done */
async function buyPages(context: Context, run: Run, tally: Tally): Promise<string | null> {
  const { key, errand, onProgress } = run
  const { terms } = context.provider
  let seen = ''
  let idle = 0
  for (;;) {
    const { list: stored, revision } = jobs.toKnownList(await jobs.touchJob(context.db, key))
    const list = errand === 'pass' && tally.progress.pages === 0 ? beginPass(stored) : stored
    tally.progress = { ...tally.progress, left: countLeft(list, errand, terms) }
    const { cancelled } = await runs.saveProgress(context.db, tally.progress)
    onProgress(tally.progress)
    const next = planSweep(list, errand, terms)
    if (!next) return null
    if (cancelled) return 'cancelled'
    if (context.stopping.aborted) return 'stopping'
    idle = seen === seenIn(list) ? idle + 1 : 0
    seen = seenIn(list)
    if (idle >= maxIdleWindows) return 'nobody_more'
    const window = affordable(next, creditsLeft(run, tally, terms), terms)
    if (!window) return 'price_reached'
    if (await buyPage(context, run, tally, { window, revision })) return 'more_charged'
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
  const fetch = tallyEntry({ ...tally, progress: { ...progress, ...charge } }, state, code)
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
  const known = jobs.toKnownList(await jobs.touchJob(context.db, key))
  const stored = known.list
  const earlier = await runs.pagesOfRun(context.db, id)
  const errand = chooseSweep(stored, kind)
  // A pass that an earlier life of this fetch brought to its end is not begun again.
  const passed = errand === 'pass' && earlier.length > 0 && stored.again === null
  if (errand === null && earlier.length === 0) return nothingToFetch(kind, known, terms)
  const list = errand === 'pass' ? beginPass(stored) : stored
  const first = priceRows((errand && planSweep(list, errand, terms)?.count) ?? 0, terms)
  const quoted = errand && sweepCredits(list, errand, terms)
  // What goes on was agreed to before, and stops at its price.
  if (earlier.length === 0) await agree(context, asked, quoted ?? first)
  const tally = startTally(earlier, {
    ...{ fetchId: id, kind, pages: 0, rows: 0, new: 0, ...noCharge },
    // Where nobody knows how long the list is, what was agreed is all that was said of its price.
    quoted: earlier.length > 0 ? asked.request.maxCredits : (quoted ?? asked.request.maxCredits),
    left: errand ? countLeft(list, errand, terms) : { rows: 0, credits: 0 },
  })
  if (!(await runs.startRun(context.db, key, { progress: tally.progress, idempotencyKey, requestHash }))) {
    throw new AppError('idempotency_key_reused')
  }
  try {
    const done = errand === null || passed
    const code = done ? null : await buyPages(context, { ...asked, kind, errand, onProgress }, tally)
    const after = jobs.toKnownList(await jobs.touchJob(context.db, key))
    const result: FetchResult = {
      fetch: tallyEntry(tally, 'settled', code),
      ...{ spent: tally.progress.spent, lastCall: tally.progress.lastCall },
      list: toSummary(after, tally.finds, terms),
    }
    await runs.endRun(context.db, id, toStored({ ok: true, result }))
    return result
  } catch (thrown) {
    const error = failureOf(tally, thrown)
    const { code, facts } = error
    await runs
      .endRun(context.db, id, toStored({ ok: false, code, facts }))
      .catch((cause: unknown) => context.log.error({ err: cause, fetchId: id }, 'run not ended'))
    throw error
  }
}
