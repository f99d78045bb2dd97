import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { everyEntry } from '@/lib/contracts/words'
import { listCredits } from '@/lib/server/purchases/credits'
import { openSpool } from '@/lib/server/platform/spool'
import { contextOf, type Settings } from './context-of'
import { buy, buyNext, failToBuy, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { type Lie, lyingProvider, wirePage, wirePerson } from './lying-provider'

const job = { jobId: '4100000777', account: null }
const priceOf = (rows: number) => Math.ceil(rows / 10)

onEachEngine('a provider that lies', (store) => {
  async function desk(lie: Lie, settings?: Settings) {
    const folder = await mkdtemp(join(tmpdir(), 'shortlist-spool-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const provider = await lyingProvider(lie)
    const context = contextOf(store.database, provider, { spool: openSpool(folder), ...settings })
    return { context, folder, calls: provider.calls }
  }

  test('fifty people on a press of ten are kept, and the entry says both figures', async () => {
    const { context } = await desk(({ offset }) => ({
      body: wirePage({ from: offset, count: 50, total: 200, price: 5 }),
    }))
    const { fetch, spent, lastCall } = await buy(context, job, 'check', { maxCredits: 1 })
    expect(fetch).toMatchObject({ quoted: 1, consumed: 5, code: 'more_charged' })
    expect({ spent, lastCall }).toEqual({ spent: 5, lastCall: 'charged' })
    expect(await storedIds(context, job)).toHaveLength(50)
  })

  test('a load of everyone stops at the first page that costs more than said', async () => {
    const { context, calls } = await desk(({ offset, count }) => ({
      body: wirePage({ from: offset, count, total: 500, price: 9 }),
    }))
    const { fetch, spent } = await buy(context, job, 'complete', { maxCredits: 50 })
    expect(fetch).toMatchObject({ consumed: 9, code: 'more_charged' })
    expect([spent, calls()]).toEqual([9, 1])
  })

  test('two thousand people in one answer are all kept', async () => {
    const { context } = await desk(() => ({
      body: wirePage({ from: 0, count: 2_000, total: 2_000, price: 200 }),
    }))
    expect((await buyNext(context, job)).list.stored).toBe(2_000)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 200 }])
  })

  describe('an answer that is far too long', () => {
    async function delayOf(work: () => Promise<unknown>): Promise<number> {
      const delay = monitorEventLoopDelay({ resolution: 10 })
      delay.enable()
      await work()
      delay.disable()
      return delay.max / 1e6
    }

    test('a megabyte of rows that are none leaves others served, and is kept as it came', async () => {
      const text = `{"success":true,"data":{"candidates":[${'0,'.repeat(500_000)}0],"total_available_results":9},"metadata":{"credits_consumed":1}}`
      const { context, folder } = await desk(() => ({ text }))
      const ms = await delayOf(() => buyNext(context, job))
      expect(ms).toBeLessThan(3_000)
      expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 1, code: 'answer_cut' }])
      const [kept] = await readdir(folder)
      expect(await readFile(join(folder, kept!), 'utf8')).toBe(text)
      expect((await stat(join(folder, kept!))).mode & 0o777).toBe(0o600)
    })

    test('fifty megabytes are not read to their end, and the start is kept', async () => {
      const text = `{"success":true,"data":{"candidates":["${'x'.repeat(50_000_000)}"]}}`
      const { context, folder } = await desk(() => ({ text }))
      const ms = await delayOf(() => failToBuy(context, job))
      expect(ms).toBeLessThan(3_000)
      expect(await ledgerOf(context)).toMatchObject([{ state: 'unknown', code: 'possibly_charged' }])
      const [kept] = await readdir(folder)
      const { size } = await stat(join(folder, kept!))
      expect(size).toBeGreaterThan(1_000_000)
      expect(size).toBeLessThan(10_000_000)
    })
  })

  test.each([2_147_483_647, 1e300, -5, 5.5, 'free', { n: 1 }])(
    'a price of %j breaks no sum; it is kept and shown, and counts as said before',
    async (price) => {
      const { context } = await desk(({ offset, count }) => ({
        body: wirePage({ from: offset, count, total: 200, price }),
      }))
      const { fetch, lastCall } = await buyNext(context, job)
      expect(fetch).toMatchObject({ consumed: null, code: 'odd_price' })
      expect(lastCall).toBe('unknown')
      expect(await ledgerOf(context)).toMatchObject([{ stated: JSON.stringify(price) }])
      const { totals } = await listCredits(context, { filter: everyEntry, cursor: null, limit: 10 })
      expect(totals).toMatchObject({ today: 5, matched: { consumed: 0, held: 5 } })
      expect((await buyNext(context, job)).list.stored).toBe(100)
    },
  )

  test('a load without any stated price is not free', async () => {
    const { context } = await desk(({ offset, count }) => ({
      body: wirePage({ from: offset, count: Math.min(count, 120 - offset), total: 120, price: undefined }),
    }))
    const { fetch, spent, lastCall } = await buy(context, job, 'complete', { maxCredits: 12 })
    expect(fetch).toMatchObject({ consumed: null })
    expect({ spent, lastCall }).toEqual({ spent: 0, lastCall: 'unknown' })
    expect((await ledgerOf(context)).every(({ code }) => code === 'no_price')).toBe(true)
  })

  test.each([
    ['in the documented form', { success: false, error: { code: 'INTERNAL_ERROR', message: 'no' } }],
    ['in a form of its own', { failed: 'yes' }],
  ])('an error that states a charge %s is believed, and not tried again', async (_, refusal) => {
    const { context, calls } = await desk(() => ({
      status: 500,
      body: { ...refusal, metadata: { credits_consumed: 5 } },
    }))
    expect((await failToBuy(context, job)).facts).toMatchObject({
      ...{ spent: 5, lastCall: 'charged' },
      fetch: { state: 'settled', consumed: 5 },
    })
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
    expect(calls()).toBe(1)
  })

  describe.each(['complete', 'refresh'] as const)('a %s ends', (kind) => {
    const firstPage = wirePage({ from: 0, count: 50, total: 60, price: 5 })

    test('where the total grows with every answer and nobody comes', async () => {
      const { context, calls } = await desk(({ offset, call }) =>
        call === 1
          ? { body: firstPage }
          : { body: wirePage({ from: offset, count: 0, total: 60 + call * 500, more: true, price: 0 }) },
      )
      await buyNext(context, job)
      const { fetch, spent } = await buy(context, job, kind, { maxCredits: 100 })
      expect(fetch.code).toBe('nobody_more')
      expect(spent).toBe(0)
      expect(calls()).toBeLessThan(12)
    })

    test('at its price, where every answer brings people and promises more', async () => {
      const { context } = await desk(({ offset, count, call }) => ({
        body: wirePage({ from: offset, count, total: 60 + call * 500, more: true, price: priceOf(count) }),
      }))
      await buyNext(context, job)
      const { fetch, spent } = await buy(context, job, kind, { maxCredits: 60 })
      expect(fetch.code).toBe('price_reached')
      expect(spent).toBeLessThanOrEqual(60)
    })

    test('where people come for nothing without end', async () => {
      const { context, calls } = await desk(({ offset, count, call }) => ({
        body: wirePage({ from: offset, count, total: 60 + call * 500, more: true, price: 0 }),
      }))
      await buyNext(context, job)
      expect((await buy(context, job, kind, { maxCredits: 60 })).fetch.code).toBe('price_reached')
      expect(calls()).toBeLessThan(15)
    })
  })

  test('places and totals that no list has are not believed', async () => {
    const max = 2_147_483_647
    const { context } = await desk(() => ({
      body: {
        success: true,
        data: {
          candidates: [wirePerson(1)],
          total_available_results: max,
          pagination: { offset: max, count: max, next_offset: max, has_more: true },
        },
        metadata: { credits_consumed: 1 },
      },
    }))
    expect((await buyNext(context, job)).list).toMatchObject({ stored: 1, total: null })
  })
})
