import { describe, expect, test } from 'vitest'
import type { FaultKind } from '@/lib/sandbox/faults'
import type { AppErrorCode } from '@/lib/server/platform/app-error'
import { showJob } from '@/lib/server/jobs/jobs'
import { findLease } from '@/lib/server/purchases/store/leases'
import { buyAll, buyNext, failToBuy, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

type Refusal = { kind: FaultKind; code: AppErrorCode; tries?: number }

const refusals: Refusal[] = [
  { kind: 'INVALID_API_KEY', code: 'invalid_api_key' },
  { kind: 'ACCOUNT_INACTIVE', code: 'account_inactive' },
  { kind: 'INVALID_ACCOUNT', code: 'invalid_account' },
  { kind: 'INVALID_ACTION', code: 'invalid_action' },
  { kind: 'INVALID_PARAMS', code: 'invalid_params' },
  { kind: 'INSUFFICIENT_CREDITS', code: 'insufficient_credits' },
  { kind: 'UNKNOWN_CODE', code: 'provider_refused' },
  { kind: 'html_403', code: 'provider_edge' },
  { kind: 'html_502', code: 'provider_edge' },
  { kind: 'redirect', code: 'provider_edge' },
  { kind: 'RATE_LIMITED_LONG', code: 'rate_limited' },
  { kind: 'RATE_LIMITED', code: 'rate_limited', tries: 3 },
  { kind: 'INTERNAL_ERROR', code: 'provider_error', tries: 3 },
]

const lost: { kind: FaultKind; charged: number }[] = [
  { kind: 'hang', charged: 0 },
  { kind: 'reset', charged: 0 },
  { kind: 'reset_after_billing', charged: 4 },
  { kind: 'truncated', charged: 4 },
  { kind: 'misshapen', charged: 4 },
]

onEachEngine('when the provider fails', (store) => {
  const job = { jobId: jobOfSize(81), account: null }

  describe('a refusal is free: it is released in the ledger, and the rows stay', () => {
    test.each(refusals)('$kind', async ({ kind, code, tries = 1 }) => {
      const { context, sandbox } = await testContext(store.database)
      await buyNext(context, job)
      const rows = await storedIds(context, job)
      const before = sandbox.stats()
      sandbox.addFault({ kind, times: tries })
      const error = await failToBuy(context, job)
      expect(error).toMatchObject({ code, facts: { spent: 0, lastCall: 'free' } })
      expect(sandbox.stats()).toMatchObject({
        calls: before.calls + tries,
        creditsCharged: before.creditsCharged,
      })
      expect(await ledgerOf(context)).toMatchObject([
        { state: 'released', consumed: 0, code, offset: 50, count: 40, quoted: 4 },
        { state: 'settled', consumed: 5 },
      ])
      expect(await storedIds(context, job)).toEqual(rows)
      expect(await findLease(context.db, { account: 'main', jobId: job.jobId })).toBeNull()
      expect((await buyNext(context, job)).list).toMatchObject({ stored: 81, status: 'complete' })
    })
  })

  test.each(['RATE_LIMITED', 'RATE_LIMITED_RETRY_AFTER', 'INTERNAL_ERROR'] as const)(
    'one %s is waited for and tried again by itself, as one entry of the ledger',
    async (kind) => {
      const { context, sandbox } = await testContext(store.database)
      sandbox.addFault({ kind })
      expect((await buyNext(context, job)).fetch).toMatchObject({ state: 'settled', consumed: 5 })
      expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 5 })
      expect(await ledgerOf(context)).toHaveLength(1)
    },
  )

  test('a long wait is the reader’s to decide on, who is told how long', async () => {
    const { context, sandbox } = await testContext(store.database)
    sandbox.addFault({ kind: 'RATE_LIMITED_LONG' })
    expect((await failToBuy(context, job)).facts).toMatchObject({ retryAfter: 90 })
  })

  test('too few credits says how many were needed', async () => {
    const { context, sandbox } = await testContext(store.database)
    sandbox.setCredits(3)
    const error = await failToBuy(context, job)
    expect(error).toMatchObject({
      code: 'insufficient_credits',
      facts: { needed: 5, spent: 0, lastCall: 'free' },
    })
  })

  test('a job the provider does not know stays empty and costs nothing', async () => {
    const { context, sandbox } = await testContext(store.database)
    const unknown = { jobId: '987654321', account: null }
    const error = await failToBuy(context, unknown)
    expect(error.code).toBe('invalid_params')
    expect(error.facts.providerMessage).toMatch(/987654321/)
    expect(sandbox.stats().creditsCharged).toBe(0)
    expect(await showJob(context, unknown)).toMatchObject({ status: 'empty', stored: 0, total: null })
    expect(await ledgerOf(context)).toMatchObject([{ state: 'released', consumed: 0 }])
  })

  test('a provider that cannot be reached was sent nothing, and is not charged for', async () => {
    const { context, sandbox, close } = await testContext(store.database)
    await close()
    const error = await failToBuy(context, job)
    expect(error).toMatchObject({ code: 'provider_unreachable', facts: { spent: 0, lastCall: 'free' } })
    expect(sandbox.stats().calls).toBe(0)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'released', consumed: 0 }])
  })

  describe('a lost answer may have been charged: it is kept as unknown and not tried again by itself', () => {
    test.each(lost)('$kind', async ({ kind, charged }) => {
      const { context, sandbox } = await testContext(store.database, { timeoutMs: 1_000 })
      await buyNext(context, job)
      sandbox.addFault({ kind })
      const error = await failToBuy(context, job)
      expect(error).toMatchObject({
        code: 'possibly_charged',
        facts: { spent: 0, lastCall: 'unknown', fetch: { state: 'unknown', consumed: null, quoted: 4 } },
      })
      expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 5 + charged })
      const [entry] = await ledgerOf(context)
      expect(entry).toMatchObject({ state: 'unknown', consumed: null, code: 'possibly_charged' })
      expect(await storedIds(context, job)).toHaveLength(50)

      // The reader decides to try again: what the provider charged is what was stated, and the unknown entry.
      await buyAll(context, job)
      const entries = await ledgerOf(context)
      const stated = entries.reduce((sum, { consumed }) => sum + (consumed ?? 0), 0)
      expect(sandbox.stats().creditsCharged).toBe(stated + charged)
      expect(entries.filter(({ state }) => state === 'unknown')).toHaveLength(1)
      expect(await storedIds(context, job)).toHaveLength(81)
    })
  })

  test('what may have been charged counts against the day’s limit', async () => {
    const { context, sandbox } = await testContext(store.database, { creditsPerDay: 8, timeoutMs: 1_000 })
    sandbox.addFault({ kind: 'reset_after_billing' })
    await failToBuy(context, job)
    expect(await failToBuy(context, job)).toMatchObject({
      code: 'credits_capped',
      facts: { needed: 5, left: 3 },
    })
    expect(sandbox.stats().calls).toBe(1)
  })
})
