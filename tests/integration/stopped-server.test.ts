import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { buildPerson } from '@/lib/sandbox/people'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { leaseMs } from '@/lib/server/purchases/list-lease'
import { findLease } from '@/lib/server/purchases/store/leases'
import { type Report, startBuyer } from './buyer'
import { contextOf } from './context-of'
import { buy, ledgerOf, storedIds } from './desk'
import { emptyStore, newStore, type StorePlace } from './engines'
import { jobOfSize, testProvider } from './test-context'
import { quietLog } from './test-log'

// Another server takes over what one leaves behind: only where several share a Postgres.
const size = 230
const jobId = jobOfSize(size)
const job = { jobId, account: null }
const everyone = Array.from({ length: size }, (_, serial) => buildPerson(1, jobId, serial).application_id)
// Processes start, are left without an answer until their lease has run out, and go on.
const patience = { timeout: 180_000 }
const soon = { timeout: 60_000, interval: 50 }
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

async function last(reports: AsyncIterable<Report>): Promise<Report | null> {
  let report: Report | null = null
  for await (const each of reports) report = each
  return report
}

/** Starts a load of everyone in a process of its own, with its first page under way. */
async function startLoad(ttlMs: number) {
  const provider = await testProvider()
  const answer = provider.hold()
  const ask = { kind: 'together' as const, jobId, keys: [randomUUID()], fetch: 'complete' as const }
  const buyer = startBuyer({ store: place, provider, leaseMs: ttlMs, ask })
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(`select 1 from "fetch" where state = 'reserved'`)
    expect(rows).toHaveLength(1)
    // Entered, and on its way as well: suspended before, it would never have asked.
    expect(provider.waiting()).toBe(1)
  }, soon)
  return { provider, answer, buyer, context: contextOf(database, provider, { leaseMs: ttlMs }) }
}

/** The same, brought to a stand between its first two pages: it waits to enter the second in the ledger. */
async function startLoadAndHalt(ttlMs: number) {
  const load = await startLoad(ttlMs)
  const client = new pg.Client({ connectionString: place.databaseUrl ?? '' })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  await client.query('select 1 from spend_day for update')
  load.answer()
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%spend_day%'`,
    )
    expect(rows).toHaveLength(1)
  }, soon)
  return { ...load, goOn: () => client.query('commit') }
}

/** Everybody is stored, and each window was bought once. */
async function expectBoughtOnce({ context, provider }: Awaited<ReturnType<typeof startLoad>>) {
  expect((await storedIds(context, job)).toSorted()).toEqual(everyone.toSorted())
  const entries = await ledgerOf(context)
  expect(entries.map(({ offset }) => offset).toSorted((a, b) => a - b)).toEqual([0, 50, 100, 150, 200])
  expect(entries.every(({ state }) => state === 'settled')).toBe(true)
  expect(provider.sandbox.stats()).toMatchObject({ calls: 5, creditsCharged: 23 })
}

test(
  'a server suspended in the middle of a load is replaced by another, and buys nothing when it wakes',
  patience,
  async () => {
    const load = await startLoadAndHalt(1_500)
    const { buyer, context, goOn } = load
    buyer.suspend()
    // What it waited for is its own now, and it cannot give it back.
    await goOn()
    const { list, spent } = await buy(context, job, 'complete')
    expect({ spent, stored: list.stored, status: list.status }).toEqual({
      ...{ spent: 18, stored: size, status: 'complete' },
    })
    buyer.resume()
    expect(await last(buyer.reports)).toMatchObject({ kind: 'failed', spent: 5 })
    await expectBoughtOnce(load)
  },
)

test(
  'the answer that came while a server was suspended is taken in, and not bought by those who waited',
  patience,
  async () => {
    const load = await startLoad(1_500)
    const { buyer, context, answer, provider } = load
    buyer.suspend()
    answer()
    await vi.waitFor(() => expect(provider.sandbox.stats().calls).toBe(1), soon)
    await expect(buy(context, job, 'complete')).rejects.toMatchObject({
      code: 'possibly_charged',
      facts: { spent: 0, lastCall: 'unknown' },
    })
    buyer.resume()
    expect(await last(buyer.reports)).toMatchObject({ kind: 'bought', result: { spent: 23 } })
    expect((await buy(context, job, 'complete')).fetch.code).toBe('nothing_to_fetch')
    await expectBoughtOnce(load)
  },
)

test(
  'a server killed between two pages is replaced within seconds, and who pressed gets the people',
  patience,
  async () => {
    const load = await startLoadAndHalt(leaseMs)
    const { buyer, context, goOn } = load
    await buyer.kill()
    await goOn()
    expect(await findLease(database.db, { account: 'main', jobId })).toMatchObject({ live: true })
    const pressedAt = performance.now()
    expect((await buy(context, job, 'next')).list.stored).toBe(100)
    expect(performance.now() - pressedAt).toBeLessThan(2 * leaseMs)
    await buy(context, job, 'complete')
    await expectBoughtOnce(load)
  },
)
