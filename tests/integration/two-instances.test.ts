import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { FetchResult } from '@/lib/contracts/fetch'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { findLease } from '@/lib/server/purchases/store/leases'
import { type Buyer, startBuyer } from './buyer'
import { contextOf } from './context-of'
import { buy, buyNext, failToBuy, ledgerOf, storedIds } from './desk'
import { expectOneBuyer } from './one-buyer'
import { emptyStore, newStore, type StorePlace } from './engines'
import { jobOfSize, testProvider } from './test-context'
import { quietLog } from './test-log'

const soon = { timeout: 60_000, interval: 50 }
const jobId = jobOfSize(81)
const job = { jobId, account: null }
let place: StorePlace
let database: Database

beforeAll(async () => {
  place = await newStore('postgres')
  database = await openDatabase({ ...place, log: quietLog })
})
afterAll(async () => {
  await database?.close()
  await place?.remove()
})
beforeEach(() => emptyStore(database))

async function bought(buyer: Buyer): Promise<FetchResult[]> {
  const results: FetchResult[] = []
  for await (const report of buyer.reports) if (report.kind === 'bought') results.push(report.result)
  return results
}

test('50 people on two servers who ask at once make one call, and all get its answer', async () => {
  const provider = await testProvider()
  const open = provider.hold()
  const keys = Array.from({ length: 50 }, () => randomUUID())
  const servers = [keys.slice(0, 25), keys.slice(25)].map((own) =>
    startBuyer({ store: place, provider, leaseMs: 30_000, ask: { kind: 'together', jobId, keys: own } }),
  )
  const answers = Promise.all(servers.map(bought))
  // Every asker's key is written down once they have found the fetch that is under way.
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query('select count(*)::int as keys from fetch_key')
    expect(rows[0]).toEqual({ keys: 50 })
  }, soon)
  open()
  const all = (await answers).flat()
  expect(all).toHaveLength(50)
  expectOneBuyer(all)
  expect(provider.sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 5 })
  const context = contextOf(database, provider)
  expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
  expect(await storedIds(context, job)).toHaveLength(50)
})

test('two servers that buy ahead of each other buy a list once', async () => {
  const provider = await testProvider()
  const ask = { kind: 'lists', jobIds: [jobOfSize(412)] } as const
  const servers = [1, 2].map(() =>
    startBuyer({ store: place, provider, leaseMs: 30_000, ask: { ...ask, jobIds: [...ask.jobIds] } }),
  )
  await Promise.all(servers.map(bought))
  expect(provider.sandbox.stats()).toMatchObject({ calls: 9, creditsCharged: 42 })
  expect(await ledgerOf(contextOf(database, provider))).toHaveLength(9)
})

test('a server killed while the provider is asked leaves a visible hold, and its list to others', async () => {
  const provider = await testProvider()
  const { sandbox } = provider
  sandbox.addFault({ kind: 'hang' })
  const ask = { kind: 'lists' as const, jobIds: [jobId] }
  const killed = startBuyer({ store: place, provider, leaseMs: 2_000, ask })
  await vi.waitFor(() => expect(sandbox.stats().calls).toBe(1), soon)
  const context = contextOf(database, provider, { leaseMs: 2_000 })
  expect(await ledgerOf(context)).toMatchObject([{ state: 'reserved', quoted: 5 }])
  await killed.kill()

  // Whoever waited for it learns that its answer is lost; nobody asks the provider again in their name.
  expect(await failToBuy(context, job)).toMatchObject({
    code: 'possibly_charged',
    facts: { spent: 0, lastCall: 'unknown' },
  })
  expect(sandbox.stats().calls).toBe(1)
  expect(await ledgerOf(context)).toMatchObject([
    { state: 'unknown', consumed: null, code: 'possibly_charged' },
  ])
  expect(await findLease(database.db, { account: 'main', jobId })).toMatchObject({ live: false })

  // They decide to try again, and the lease passes on.
  expect((await buyNext(context, job)).list.stored).toBe(50)
  expect(sandbox.stats().calls).toBe(2)
  expect(await ledgerOf(context)).toMatchObject([{ state: 'settled' }, { state: 'unknown' }])
  expect(await findLease(database.db, { account: 'main', jobId })).toBeNull()
})

test('50 people on two servers who refresh a list at once pay once, and the day’s limit is not passed', async () => {
  const provider = await testProvider()
  const open = provider.hold()
  const keys = Array.from({ length: 50 }, () => randomUUID())
  const servers = [keys.slice(0, 25), keys.slice(25)].map((own) =>
    startBuyer({
      ...{ store: place, provider, leaseMs: 30_000 },
      ask: { kind: 'together', jobId, keys: own, fetch: 'complete' },
    }),
  )
  const answers = Promise.all(servers.map(bought))
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query('select count(*)::int as keys from fetch_key')
    expect(rows[0]).toEqual({ keys: 50 })
  }, soon)
  open()
  const all = (await answers).flat()
  expect(all).toHaveLength(50)
  expectOneBuyer(all)
  expect(provider.sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 9 })
  const entries = await ledgerOf(contextOf(database, provider))
  expect(entries).toMatchObject([{ consumed: 4 }, { consumed: 5 }])
  expect(new Set(entries.map(({ fetchId }) => fetchId)).size).toBe(1)
})

test('a server killed in the middle of a list leaves what it bought, one page in doubt, and the rest to others', async () => {
  const provider = await testProvider()
  const { sandbox } = provider
  const long = { jobId: jobOfSize(230), account: null }
  const context = contextOf(database, provider, { leaseMs: 2_000 })
  await buyNext(context, long)
  // Its second page is never answered.
  sandbox.addFault({ kind: 'extra_fields' })
  sandbox.addFault({ kind: 'hang' })
  const ask = {
    kind: 'together' as const,
    jobId: long.jobId,
    keys: [randomUUID()],
    fetch: 'complete' as const,
  }
  const killed = startBuyer({ store: place, provider, leaseMs: 2_000, ask })
  await vi.waitFor(() => expect(sandbox.stats().calls).toBe(3), soon)
  const waiting = buy(context, long, 'complete').catch((error: unknown) => error)
  await killed.kill()

  // Whoever waited learns that a page may have been charged; nothing is fetched again in their name.
  expect(await waiting).toMatchObject({ code: 'possibly_charged', facts: { spent: 5, lastCall: 'unknown' } })
  expect(sandbox.stats().calls).toBe(3)
  expect(await ledgerOf(context)).toMatchObject([
    { kind: 'complete', offset: 100, state: 'unknown', consumed: null },
    { kind: 'complete', offset: 50, state: 'settled', consumed: 5 },
    { kind: 'next', offset: 0, state: 'settled', consumed: 5 },
  ])
  // They decide to go on: from where it was, no page bought twice but the one in doubt.
  expect((await buy(context, long, 'complete')).list).toMatchObject({ stored: 230, status: 'complete' })
  expect(sandbox.stats()).toMatchObject({ calls: 6, creditsCharged: 23 })
})

test('a slow server that lives keeps its lease, however long the provider takes', async () => {
  const provider = await testProvider()
  const open = provider.hold()
  const ask = { kind: 'together' as const, jobId, keys: [randomUUID()] }
  const slow = bought(startBuyer({ store: place, provider, leaseMs: 3_000, ask }))
  const key = { account: 'main', jobId }
  const expiryOf = async () => {
    const { rows } = await database.pool.query<{ at: string }>('select expires_at::text as at from lease')
    return rows[0]?.at
  }
  await vi.waitFor(async () => expect(await expiryOf()).toBeDefined(), soon)
  const first = await expiryOf()
  // Renewed past its first expiry, and then some: the database's clock tells.
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      "select now() > $1::timestamptz + interval '1 second' as past",
      [first],
    )
    expect(rows[0]).toEqual({ past: true })
  }, soon)
  expect(await expiryOf()).not.toBe(first)
  const waiting = buyNext(contextOf(database, provider), job)
  open()
  expectOneBuyer([...(await slow), await waiting])
  expect(provider.sandbox.stats().calls).toBe(1)
  expect(await findLease(database.db, key)).toBeNull()
})
