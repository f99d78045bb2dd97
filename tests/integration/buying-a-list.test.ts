import { emptyView } from '@/lib/contracts/words'
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { Context } from '@/lib/server/auth/context'
import { listCredits } from '@/lib/server/purchases/credits'
import { showJob } from '@/lib/server/jobs/jobs'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { buyAll, buyNext, failToBuy, ledgerOf, storedIds } from './desk'
import { expectOneBuyer } from './one-buyer'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

const soon = { timeout: 60_000 }
/** Applicants, credits, calls. */
const whole: [number, number, number][] = [
  [0, 0, 1],
  [1, 1, 1],
  [81, 9, 2],
  [412, 42, 9],
]

onEachEngine('buying a list', (store) => {
  test.each(whole)(
    'a list of %i is read to its end for %i credits, as the provider charged',
    async (applicants, credits, calls) => {
      const { context, sandbox } = await testContext(store.database)
      const job = { jobId: jobOfSize(applicants), account: null }
      const results = await buyAll(context, job)
      expect(sandbox.stats()).toMatchObject({ calls, creditsCharged: credits })
      expect(results.at(-1)?.list).toMatchObject({
        stored: applicants,
        total: applicants,
        missing: 0,
        status: 'complete',
      })
      const entries = await ledgerOf(context)
      expect(entries).toHaveLength(calls)
      expect(entries.every(({ state, consumed, quoted }) => state === 'settled' && consumed! <= quoted)).toBe(
        true,
      )
      const totals = (await listCredits(context, { cursor: null, limit: 1 })).totals
      expect(totals).toMatchObject({ today: credits, allTime: credits })
      const page = await listCandidates(context, job, emptyView, null, 200)
      expect(page.counts).toEqual({ matched: applicants, stored: applicants, total: applicants })
      expect(page.job).toMatchObject({ status: 'complete', stored: applicants, account: 'main' })
      const ids = await storedIds(context, job)
      expect(new Set(ids).size).toBe(applicants)
    },
  )

  test('what is asked for once more at the end of a list makes no call and no entry', async () => {
    const { context, sandbox } = await testContext(store.database)
    const job = { jobId: jobOfSize(3), account: null }
    await buyAll(context, job)
    const before = sandbox.stats()
    const { fetch, list } = await buyNext(context, job)
    expect(fetch).toMatchObject({ id: null, consumed: 0, code: 'nothing_to_fetch' })
    expect(list).toMatchObject({ stored: 3, new: 0 })
    expect(sandbox.stats()).toEqual(before)
    expect(await ledgerOf(context)).toHaveLength(1)
  })

  test('reading pages, people, facets and credits costs nothing', async () => {
    const { context, sandbox } = await testContext(store.database)
    const job = { jobId: jobOfSize(81), account: null }
    await buyNext(context, job)
    const before = sandbox.stats()
    await listCandidates(context, job, emptyView, null, 50)
    await showJob(context, job)
    await listCredits(context, { cursor: null, limit: 50 })
    expect(sandbox.stats()).toEqual(before)
  })

  test('20 people who ask at once make one call, and all get its answer', async () => {
    const { context, sandbox, hold } = await testContext(store.database)
    const job = { jobId: jobOfSize(81), account: null }
    const open = hold()
    const asked = Array.from({ length: 20 }, () => buyNext(context, job, { idempotencyKey: randomUUID() }))
    // Every asker's key is written down once they have found the fetch that is under way.
    await vi.waitFor(async () => {
      const { rows } = await store.database.pool.query('select count(*)::int as keys from fetch_key')
      expect(rows[0]).toEqual({ keys: 20 })
    }, soon)
    open()
    const answers = await Promise.all(asked)
    expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 5 })
    expectOneBuyer(answers)
    expect(await ledgerOf(context)).toHaveLength(1)
    expect(await storedIds(context, job)).toHaveLength(50)
  })

  test('someone who stops waiting for a colleague’s fetch leaves it untouched', async () => {
    const { context, sandbox, hold } = await testContext(store.database)
    const job = { jobId: jobOfSize(81), account: null }
    const open = hold()
    const first = buyNext(context, job)
    await vi.waitFor(async () => expect(await ledgerOf(context)).toHaveLength(1), soon)
    const leaving = new AbortController()
    const second = buyNext(context, job, { signal: leaving.signal })
    leaving.abort()
    await expect(second).rejects.toThrow(/abort/i)
    open()
    expect((await first).list.stored).toBe(50)
    expect(sandbox.stats().calls).toBe(1)
  })

  describe('within limits', () => {
    const refusal = (context: Context, maxCredits: number) =>
      failToBuy(context, { jobId: jobOfSize(81), account: null }, { maxCredits })

    test('a price above what was agreed is refused before anything is sent', async () => {
      const { context, sandbox } = await testContext(store.database)
      const { code, facts } = await refusal(context, 4)
      expect(code).toBe('price_above_max')
      expect(facts).toMatchObject({ needed: 5, left: 4 })
      expect(sandbox.stats().calls).toBe(0)
      expect(await ledgerOf(context)).toEqual([])
    })

    test('a price above what is left of the day is refused before anything is sent', async () => {
      const { context, sandbox } = await testContext(store.database, { creditsPerDay: 7 })
      const job = { jobId: jobOfSize(412), account: null }
      await buyNext(context, job)
      const { code, facts } = await refusal(context, 100)
      expect(code).toBe('credits_capped')
      expect(facts).toMatchObject({ needed: 5, left: 2 })
      expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 5 })
      expect(await ledgerOf(context)).toHaveLength(1)
    })

    test('a refused list can be fetched by the next who agrees to its price', async () => {
      const { context } = await testContext(store.database)
      await refusal(context, 0)
      expect((await buyNext(context, { jobId: jobOfSize(81), account: null })).list.stored).toBe(50)
    })
  })

  describe('with an Idempotency-Key', () => {
    test('the same request gets the same answer, and pays once', async () => {
      const { context, sandbox } = await testContext(store.database)
      const job = { jobId: jobOfSize(81), account: null }
      const idempotencyKey = randomUUID()
      const first = await buyNext(context, job, { idempotencyKey })
      await buyNext(context, job)
      expect(await buyNext(context, job, { idempotencyKey })).toEqual(first)
      expect(sandbox.stats().calls).toBe(2)
    })

    test('another request under the same key is refused and pays nothing', async () => {
      const { context, sandbox } = await testContext(store.database)
      const idempotencyKey = randomUUID()
      await buyNext(context, { jobId: jobOfSize(81), account: null }, { idempotencyKey })
      const other = buyNext(context, { jobId: jobOfSize(412), account: null }, { idempotencyKey })
      await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' })
      expect(sandbox.stats().calls).toBe(1)
    })

    test('a failure is told again too, without asking the provider', async () => {
      const { context, sandbox } = await testContext(store.database)
      const job = { jobId: jobOfSize(81), account: null }
      const idempotencyKey = randomUUID()
      sandbox.addFault({ kind: 'ACCOUNT_INACTIVE' })
      const first = await failToBuy(context, job, { idempotencyKey })
      const again = await failToBuy(context, job, { idempotencyKey })
      expect(first.code).toBe('account_inactive')
      expect(again.code).toBe('account_inactive')
      expect(again.facts).toEqual(first.facts)
      expect(sandbox.stats().calls).toBe(1)
    })
  })

  describe('by account', () => {
    test('each account has lists of its own, bought under its own id', async () => {
      const { context } = await testContext(store.database)
      const jobId = jobOfSize(81)
      await buyNext(context, { jobId, account: 'agency' })
      expect(await showJob(context, { jobId, account: 'agency' })).toMatchObject({
        stored: 50,
        account: 'agency',
      })
      expect(await showJob(context, { jobId, account: null })).toMatchObject({ stored: 0, account: 'main' })
      expect(await ledgerOf(context)).toMatchObject([{ account: 'agency', state: 'settled' }])
    })

    test('the id sent is that of the account asked for', async () => {
      const { context, accounts } = await testContext(store.database)
      const asked: string[] = []
      const { provider } = context
      const watched: Context = {
        ...context,
        provider: {
          ...provider,
          getJobCandidates: (query) => {
            asked.push(query.account.id)
            return provider.getJobCandidates(query)
          },
        },
      }
      const jobId = jobOfSize(1)
      await buyNext(watched, { jobId, account: 'agency' })
      await buyNext(watched, { jobId, account: null })
      expect(asked).toEqual([accounts[1].id, accounts[0].id])
    })

    test('an account nobody configured is not found, and nothing is sent', async () => {
      const { context, sandbox } = await testContext(store.database)
      const unknown = buyNext(context, { jobId: jobOfSize(81), account: 'nobody' })
      await expect(unknown).rejects.toMatchObject({ code: 'account_not_found' })
      expect(sandbox.stats().calls).toBe(0)
    })
  })
})
