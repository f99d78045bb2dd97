import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { buyNext } from './desk'
import { onPostgres } from './engines'
import { enterMark, entered, eventDesk, type Instance, job, key, soon } from './event-desk'
import { startPooler } from './pooler'
import { quietLog } from './test-log'

const { newInstance, newReader, closing } = eventDesk()

const isListening = async (database: Database, instance: Instance) => {
  const reader = await newReader(instance)
  await vi.waitFor(async () => {
    await enterMark(database, 'probe')
    expect(reader.ids().length).toBeGreaterThan(0)
  }, soon)
}

onPostgres('the events of a job', (store) => {
  test('two instances hear each other, and go on after their connections were killed', async () => {
    const here = await newInstance(store.database)
    const other = await openDatabase({ ...store.place, log: quietLog, timeoutMs: null })
    closing.push(other.close)
    const there = await newInstance(other)
    await buyNext(here.context, job)
    await isListening(other, here)
    await isListening(store.database, there)
    const reader = await newReader(there)
    const killed = await store.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'shortlist events' and datname = current_database()`,
    )
    expect(killed.rowCount).toBeGreaterThanOrEqual(2)
    for (let events = 0; events < 20; events += 1) await enterMark(store.database)
    const from = reader.first()
    if (from?.event !== 'ready') throw new Error('the stream did not begin')
    const expected = (await entered(store.database)).filter((id) => id > from.id)
    expect(expected.length).toBeGreaterThanOrEqual(20)
    await vi.waitFor(() => expect(reader.ids()).toEqual(expected), soon)
    await vi.waitFor(async () => {
      const { rowCount } = await store.database.pool.query(
        `select 1 from pg_stat_activity
         where application_name = 'shortlist events' and datname = current_database()`,
      )
      expect(rowCount).toBe(killed.rowCount)
    }, soon)
  })

  test('behind PgBouncer in transaction mode the outbox is polled', async () => {
    const pooler = await startPooler(store.place.databaseUrl!, 3)
    closing.push(pooler.stop)
    const pooled = await openDatabase({ databaseUrl: pooler.url, dataDir: '', log: quietLog })
    closing.push(pooled.close)
    expect(pooled.listen).toBeNull()
    const instance = await newInstance(pooled)
    await buyNext(instance.context, job)
    const reader = await newReader(instance)
    await enterMark(store.database)
    await vi.waitFor(() => expect(reader.ids()).toHaveLength(1), soon)
  })

  test('an announcement names the job and the event, and nothing else', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const client = new pg.Client({ connectionString: store.place.databaseUrl! })
    await client.connect()
    closing.push(() => client.end())
    const payloads: unknown[] = []
    client.on('notification', ({ payload }) => payloads.push(JSON.parse(payload ?? 'null')))
    await client.query('listen job_event')
    await enterMark(store.database, `secret ${randomUUID()}`)
    await client.query('select 1')
    expect(payloads).toEqual([[key.account, key.jobId, (await entered(store.database)).at(-1)]])
  })
})
