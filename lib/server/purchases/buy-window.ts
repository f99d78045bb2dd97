import 'server-only'
import { ExponentialBackoff, handleAll, retry } from 'cockatiel'
import type { FetchResult } from '@/lib/contracts/fetch'
import { priceRows } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/platform/app-error'
import type { Account } from '@/lib/server/platform/env'
import { ProviderError } from '@/lib/server/providers/provider-error'
import type { ProviderPage } from '@/lib/server/providers/provider'
import * as ledger from '@/lib/server/purchases/store/ledger'
import type { SpoolSlot } from '@/lib/server/platform/spool'
import { toCharge, noCharge, withCharge } from './charge'
import type { Context } from '@/lib/server/auth/context'
import { toStored } from './stored-answer'
import type { ActiveLease } from './list-lease'
import { providerFailure } from './provider-failure'
import { spooledText } from './spooled-answer'
import { assertStillMay } from '@/lib/server/auth/still-may'
import { type Bought, entryOfWindow, savePage } from './save-page'

/** One window to buy: an entry of the ledger. */
export type Purchase = Omit<Bought, 'quoted' | 'startedAt'> & {
  account: Account
  /** Scrolling asked for it. */
  automatic?: boolean | undefined
  /** The visit that asked for it. */
  visit: string | undefined
  idempotencyKey: string | null
  requestHash: string
  lease: ActiveLease
}

// A store that is away for a moment; for longer, the answer waits on disk.
const retryBriefly = retry(handleAll, {
  maxAttempts: 4,
  backoff: new ExponentialBackoff({ initialDelay: 250, maxDelay: 2_000 }),
})

const slotBytes = (rows: number) => 32 * 1024 + rows * 8 * 1024

/** Room on disk for the answer, taken before anything is spent. @throws AppError answers_cannot_be_kept */
const reserveSlot = ({ spool }: Context, { id, window }: Purchase): Promise<SpoolSlot> =>
  spool.reserve(id, slotBytes(window.count)).catch((cause: unknown) => {
    throw new AppError('answers_cannot_be_kept', noCharge, { cause })
  })

/** @throws AppError idempotency_key_reused, credits_capped, autoload_used_up, taken_over */
async function reserve(context: Context, purchase: Purchase): Promise<Bought> {
  const { id, key, kind, window, revision, runId, automatic, visit, idempotencyKey, requestHash } = purchase
  const { instance, creditsPerDay } = context
  const { offset, count } = window
  const quoted = priceRows(count, context.provider.terms)
  // A fetch can wait minutes for another one, and go on for longer than its asker may spend.
  await assertStillMay(context, 'spend')
  // Reserved before the call: a crash must leave a visible hold, not a free lookup.
  const startedAt = context.now()
  const reservation = { id, ...key, runId, kind, offset, count, quoted, who: context.actor.id, instance }
  const outcome = await ledger.reserveFetch(context.db, {
    ...reservation,
    visit: visit ?? null,
    idempotencyKey,
    requestHash,
    creditsPerDay,
    autoloadCredits: automatic ? context.autoloadCredits : undefined,
    leaseId: runId ?? id,
  })
  if (outcome.ok) return { id, key, kind, window, revision, runId, quoted, startedAt }
  if ('left' in outcome) {
    const code = outcome.refused === 'day_limit' ? 'credits_capped' : 'autoload_used_up'
    throw new AppError(code, { needed: quoted, left: outcome.left, ...noCharge })
  }
  throw new AppError(outcome.refused === 'key_taken' ? 'idempotency_key_reused' : 'taken_over', noCharge)
}

/** Enters a failed call in the ledger and says what a reader is told. */
async function giveUp(
  context: Context,
  bought: Bought,
  failure: AppError,
  { charged, creditsConsumed, oddPrice }: Pick<ProviderError, 'charged' | 'creditsConsumed' | 'oddPrice'>,
): Promise<AppError> {
  const { code } = failure
  const state = ({ no: 'released', yes: 'settled', possibly: 'unknown' } as const)[charged]
  const consumed = { released: 0, settled: creditsConsumed, unknown: null }[state]
  const facts = { ...failure.facts, fetch: { ...entryOfWindow(bought), state, consumed, code } }
  const answer = toStored({ ok: false, code, facts })
  const durationMs = context.now().getTime() - bought.startedAt.getTime()
  const kept = { code, answer, durationMs, stated: oddPrice }
  const end = () => {
    if (state === 'released') return ledger.releaseFetch(context.db, bought.id, kept)
    if (state === 'unknown') return ledger.markUnknown(context.db, bought.id, kept)
    return ledger.settleFetch(context.db, bought.id, { ...kept, consumed })
  }
  // Left reserved it becomes possibly charged; the asker has to hear what happened either way.
  await retryBriefly
    .execute(end)
    .catch((error: unknown) => context.log.error({ err: error, fetchId: bought.id }, 'failure not entered'))
  return new AppError(code, facts, { cause: failure.cause })
}

/** Keeps what arrived of an answer that cannot be read: it may have been paid for. */
async function setAside({ log }: Context, slot: SpoolSlot, id: string, text: string | null): Promise<void> {
  if (!text) return
  await slot
    .setAside(text)
    .catch((error: unknown) => log.error({ err: error, fetchId: id }, 'answer not set aside'))
}

/** The call itself. @throws AppError what the provider answered, entered in the ledger */
async function call(
  context: Context,
  { account, lease }: Purchase,
  bought: Bought,
  slot: SpoolSlot,
): Promise<ProviderPage> {
  const { key, window } = bought
  const { offset, count } = window
  try {
    // The process may have been stopped since.
    await lease.assertActive()
  } catch (error) {
    const failure = withCharge(error, noCharge)
    throw await giveUp(context, bought, failure, { charged: 'no', creditsConsumed: 0, oddPrice: null })
  }
  try {
    return await context.provider.getJobCandidates({ account, jobId: key.jobId, offset, count })
  } catch (error) {
    if (error instanceof ProviderError) {
      await setAside(context, slot, bought.id, error.text)
      const listKnown = window.part !== 'read' || window.offset > 0
      const called = { account: account.label, needed: bought.quoted, listKnown }
      throw await giveUp(context, bought, providerFailure(error, called), error)
    }
    const failure = withCharge(error, { spent: 0, lastCall: 'unknown' })
    throw await giveUp(context, bought, failure, {
      charged: 'possibly',
      creditsConsumed: null,
      oddPrice: null,
    })
  }
}

/** Keeps the answer on disk, then takes it in. @throws AppError not_saved, not_kept */
async function save(
  context: Context,
  bought: Bought,
  { text, ...page }: ProviderPage,
  slot: SpoolSlot,
): Promise<FetchResult> {
  const { log } = context
  const arrived = { page, seenAt: context.now() }
  if (page.unreadRows > 0) await setAside(context, slot, bought.id, text)
  const kept = await slot.keep(spooledText(bought, arrived)).then(
    () => true,
    (error: unknown) => {
      log.error({ err: error, fetchId: bought.id }, 'answer not kept on disk')
      return false
    },
  )
  try {
    const result = await retryBriefly.execute(() => savePage(context, bought, arrived))
    await slot.drop()
    return result
  } catch (cause) {
    log.error({ err: cause, fetchId: bought.id, kept }, 'answer not taken in')
    const charge = toCharge(page.creditsConsumed)
    const state = page.creditsConsumed === null ? ('unknown' as const) : ('settled' as const)
    const code = kept ? 'not_saved' : 'not_kept'
    const fetch = { ...entryOfWindow(bought), state, consumed: page.creditsConsumed, code }
    throw new AppError(code, { ...charge, fetch }, { cause })
  }
}

/**
 * Reserve, call, keep, settle, by who holds the list's lease. No transaction is open during the call.
 * @throws AppError answers_cannot_be_kept, credits_capped, autoload_used_up, taken_over, not_saved, not_kept, or what the provider answered
 */
export async function buyWindow(
  context: Context,
  purchase: Purchase,
): Promise<{ result: FetchResult; rows: number }> {
  const slot = await reserveSlot(context, purchase)
  let page: ProviderPage
  let bought: Bought
  try {
    bought = await reserve(context, purchase)
    page = await call(context, purchase, bought, slot)
  } catch (error) {
    await slot.drop()
    throw error
  }
  return { result: await save(context, bought, page, slot), rows: page.rows.length }
}
