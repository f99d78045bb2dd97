import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { createLimits } from '@/lib/server/auth/limits'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { listCredits } from '@/lib/server/purchases/credits'
import { countFacets, listCandidates } from '@/lib/server/candidates/list-candidates'
import { isStoreFailure } from '@/lib/server/platform/store-failure'
import { buyNext } from './desk'
import { newStore, type StorePlace } from './engines'
import { startPooler } from './pooler'
import { startProxy } from './proxy'
import { jobOfSize, testContext } from './test-context'
import { quietLog } from './test-log'

// Shorter than in use, so that nobody waits for a test.
const timeoutMs = 2_000
const job = { jobId: jobOfSize(81), account: null }

async function place(): Promise<StorePlace & { databaseUrl: string }> {
  const store = await newStore('postgres')
  onTestFinished(store.remove)
  return { ...store, databaseUrl: store.databaseUrl! }
}

async function open(databaseUrl: string, poolSize?: number): Promise<Database> {
  const database = await openDatabase({ databaseUrl, dataDir: '', log: quietLog, poolSize, timeoutMs })
  onTestFinished(database.close)
  return database
}

/** Everyone who uses the store at once, as often as a pool has places and more. */
const together = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))

test('thirty requests at once behind PgBouncer in transaction mode are all answered', async () => {
  const { databaseUrl } = await place()
  const pooler = await startPooler(databaseUrl, 3)
  onTestFinished(pooler.stop)
  const database = await open(pooler.url)
  const { context } = await testContext(database)
  const { take } = createLimits(database.pool)
  await buyNext(context, job)
  const counts = await together(30, async (at) => {
    await take({ signInAccount: `person-${at}@example.com` })
    await countFacets(context, job, emptyView)
    return (await listCandidates(context, job, emptyView, null, 50)).items.length
  })
  expect(counts).toEqual(Array.from({ length: 30 }, () => 50))
  await database.ping()
})

const named = async (database: Database) => {
  const { rows } = await database.pool.query<{ name: string }>('select name from pg_prepared_statements')
  return rows.map(({ name }) => name)
}

test('a connection to the server itself plans what is asked with every page once', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl, 1)
  const { context } = await testContext(database)
  await buyNext(context, job)
  for (let page = 0; page < 3; page += 1) await listCandidates(context, job, emptyView, null, 50)
  expect(await named(database)).toEqual(expect.arrayContaining(['list_version', 'marks']))
})

test.each([false, true])('behind PgBouncer no statement has a name, hidden or not: %s', async (hidden) => {
  const { databaseUrl } = await place()
  const pooler = await startPooler(databaseUrl, 1, hidden)
  onTestFinished(pooler.stop)
  const database = await open(pooler.url, 2)
  const { context } = await testContext(database)
  await buyNext(context, job)
  for (let page = 0; page < 3; page += 1) await listCandidates(context, job, emptyView, null, 50)
  expect(await named(database)).toEqual([])
})

test('a plan that a changed column made useless goes with its connection', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl, 1)
  await database.pool.query('create table changing (value integer)')
  const read = () => database.pool.query({ name: 'changing', text: 'select value from changing' })
  await read()
  await database.pool.query('alter table changing alter column value type text')
  await expect(read()).rejects.toMatchObject({ code: '0A000' })
  expect((await read()).rows).toEqual([])
})

test('with five connections on a server, facets and credits are answered to many at once', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl, 5)
  const { context } = await testContext(database)
  await buyNext(context, job)
  await together(12, async () => {
    const { matched } = await countFacets(context, job, emptyView)
    expect(matched).toBe(50)
    const { totals } = await listCredits(context, { cursor: null, limit: 10 })
    expect(totals.allTime).toBe(5)
  })
  expect(database.pool.totalCount).toBeLessThanOrEqual(5)
})

test('a server with fewer connections than the pool may open is made do with', async () => {
  const { databaseUrl } = await place()
  // Only superusers may go beyond what is left of a server's connections: somebody who is none has to make do.
  const admin = await open(databaseUrl)
  const role = `few_${Date.now()}`
  await admin.pool.query(`create role ${role} login connection limit 3`)
  await admin.pool.query(`grant all on all tables in schema public to ${role}`)
  const url = new URL(databaseUrl)
  url.username = role
  const database = await open(url.href)
  const answers = await together(
    20,
    async () => (await database.pool.query('select 1 as one')).rows[0] as unknown,
  )
  expect(answers).toEqual(Array.from({ length: 20 }, () => ({ one: 1 })))
  expect(database.pool.totalCount).toBeLessThanOrEqual(3)
})

test('one facet request takes one connection of the pool', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl)
  const { context } = await testContext(database)
  await buyNext(context, job)
  let most = 0
  let taken = 0
  database.pool.on('acquire', () => (most = Math.max(most, (taken += 1))))
  database.pool.on('release', () => (taken -= 1))
  await countFacets(context, job, emptyView)
  expect(most).toBe(1)
})

test('transactions whose BEGIN is never answered give their places back', async () => {
  const { databaseUrl } = await place()
  const proxy = await startProxy(databaseUrl)
  onTestFinished(proxy.close)
  const database = await open(proxy.url, 4)
  proxy.swallowIf((sent) => /^Q[^]{4}begin/.test(sent.toString('latin1')))
  const lost = await together(4, (at) =>
    database.db.transaction((tx) => tx.execute(sql`select ${at}::int`)).catch((error: unknown) => error),
  )
  for (const error of lost) expect(isStoreFailure(error), String(error)).toBe(true)
  proxy.heal()
  expect(await together(8, (at) => database.db.transaction(async () => at))).toHaveLength(8)
  expect(database.pool.waitingCount).toBe(0)
})

test('connections that are ended in the middle of a transaction give their places back', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl, 3)
  const admin = await open(databaseUrl)
  for (let round = 0; round < 4; round += 1) {
    const ended = await together(3, () =>
      database.db
        .transaction(async (tx) => {
          const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
          await admin.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
          await tx.execute(sql`select 1`)
        })
        .catch((error: unknown) => error),
    )
    for (const error of ended) expect(isStoreFailure(error), String(error)).toBe(true)
  }
  expect(await together(6, (at) => database.db.transaction(async () => at))).toHaveLength(6)
})

test('what was thrown in a transaction is what its caller hears, and the connection is used again', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl, 1)
  const thrown = new Error('no')
  await expect(database.db.transaction(() => Promise.reject(thrown))).rejects.toBe(thrown)
  await expect(database.db.transaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toHaveProperty(
    'cause.code',
    '22012',
  )
  expect(database.pool.totalCount).toBe(1)
  await database.ping()
})

test('connections that swallow everything leave the pool, and the store is back when the way is', async () => {
  const { databaseUrl } = await place()
  const proxy = await startProxy(databaseUrl)
  onTestFinished(proxy.close)
  const database = await open(proxy.url, 3)
  await together(3, () => database.pool.query('select pg_sleep(0.1)'))
  proxy.swallow()
  const stuck = together(3, () => database.pool.query('select 1').catch((error: unknown) => error))
  const pinged = performance.now()
  await expect(database.ping()).rejects.toThrow()
  expect(performance.now() - pinged).toBeLessThan(5_000)
  for (const error of await stuck) expect(isStoreFailure(error), String(error)).toBe(true)
  proxy.heal()
  await together(6, () => database.pool.query('select 1'))
  await database.ping()
})

test('a statement that takes too long is ended by the server', async () => {
  const { databaseUrl } = await place()
  const database = await open(databaseUrl)
  const error: unknown = await database.pool.query('select pg_sleep(60)').catch((thrown: unknown) => thrown)
  expect(error).toHaveProperty('code', '57014')
  expect(isStoreFailure(error)).toBe(true)
})
