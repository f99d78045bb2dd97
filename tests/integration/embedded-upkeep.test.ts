import { randomBytes } from 'node:crypto'
import { readdirSync, readlinkSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Worker } from 'node:worker_threads'
import type pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import { inBackground, inTurn } from '@/lib/server/platform/turn'
import { newFolder } from './engines'
import { quietLog } from './test-log'

const mb = 1024 * 1024

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function open() {
  const place = await newFolder()
  onTestFinished(place.remove)
  const { pool, close } = await openDatabase({ ...place, log: quietLog })
  onTestFinished(close)
  return { pool, folder: join(place.dataDir, 'store') }
}

const people = 16
// A quarter of a megabyte that does not compress.
const longText = () => randomBytes(192 * 1024).toString('base64')

async function createTable(pool: pg.Pool): Promise<void> {
  await pool.query('create table written (id int primary key, content text)')
  await pool.query('alter table written alter column content set storage external')
}

async function rewrite(client: pg.Pool | pg.PoolClient, count = people): Promise<void> {
  for (let id = 0; id < count; id += 1) {
    await client.query(
      'insert into written values ($1, $2) on conflict (id) do update set content = excluded.content',
      [id, longText()],
    )
  }
}

test('the log stays small however much one transaction writes, and loses nothing', async () => {
  const { pool, folder } = await open()
  await createTable(pool)
  const client = await pool.connect()
  let largest = 0
  await client.query('begin')
  for (let written = 0; written < 200 * mb; written += people * 256 * 1024) {
    await rewrite(client)
    largest = Math.max(largest, await sizeOf(join(folder, 'pg_wal')))
  }
  await client.query('commit')
  client.release()
  expect(largest).toBeLessThanOrEqual(96 * mb)
  const { rows } = await pool.query(
    'select count(*)::int as rows, sum(length(content))::int as size from written',
  )
  expect(rows).toEqual([{ rows: people, size: people * 256 * 1024 }])
})

test('what was replaced makes room by itself, so that the store takes less than twice its data', async () => {
  const { pool, folder } = await open()
  const sizeOfTables = () => sizeOf(join(folder, 'base'))
  await createTable(pool)
  const empty = await sizeOfTables()
  await rewrite(pool)
  for (let round = 0; round < 6; round += 1) {
    await rewrite(pool, people / 2)
    // What was replaced a moment ago is not counted yet.
    await pool.query('select pg_stat_force_next_flush()')
    await vi.waitFor(
      async () => {
        const { rows } = await pool.query<{ clean: boolean }>(
          `select s.n_dead_tup <= 200 + 0.1 * s.n_live_tup as clean from pg_class c join pg_stat_all_tables s on s.relid = c.reltoastrelid where c.relname = 'written'`,
        )
        expect(rows).toEqual([{ clean: true }])
      },
      { timeout: 20_000, interval: 200 },
    )
  }
  const live = people * 256 * 1024
  await pool.query('checkpoint')
  expect((await sizeOfTables()) - empty).toBeLessThanOrEqual(2 * live)
})

test('files that were read once are not kept open for good', async () => {
  const { pool, folder } = await open()
  await pool.query('vacuum analyze')
  const openFiles = readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
    } catch {
      return false
    }
  })
  expect(openFiles.length).toBeGreaterThan(0)
  expect(openFiles.length).toBeLessThanOrEqual(64)
})

test('a query that takes long holds up nothing but other queries', async () => {
  const { pool } = await open()
  const before = performance.eventLoopUtilization()
  await pool.query(`select count(*) from generate_series(1, 3000000) n where md5(n::text) = ''`)
  // All of it, when the engine ran in the same thread.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
})

test('a store whose engine has failed is opened again for the next query, with everything in it', async () => {
  const threads: Worker[] = []
  const watch = (worker: Worker) => threads.push(worker)
  process.on('worker', watch)
  onTestFinished(() => void process.off('worker', watch))
  const { pool } = await open()
  await createTable(pool)
  await pool.query(`insert into written values (1, 'acknowledged')`)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`insert into written values (2, 'never committed')`)
  const underWay = expect(pool.query('select 1')).rejects.toThrow('the embedded store has stopped')
  await threads.at(-1)?.terminate()
  await underWay
  await expect(client.query('commit')).rejects.toThrow()
  client.release(true)
  expect((await pool.query('select content from written')).rows).toEqual([{ content: 'acknowledged' }])
})

test('a transaction has the one session for itself, whoever asks meanwhile', async () => {
  const { pool } = await open()
  await createTable(pool)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`insert into written values (1, 'of a transaction')`)
  const colleague = pool.query('select count(*)::int as rows from written')
  const other = pool.query(`insert into written values (2, 'of its own')`)
  await client.query('rollback')
  client.release()
  expect((await colleague).rows).toEqual([{ rows: 0 }])
  await other
  expect((await pool.query('select id from written')).rows).toEqual([{ id: 2 }])
})

test('a connection that is closed within its transaction leaves none behind', async () => {
  const { pool } = await open()
  await createTable(pool)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`insert into written values (1, 'given up')`)
  client.release(true)
  expect((await pool.query('select * from written')).rows).toEqual([])
  const next = await pool.connect()
  await next.query('begin')
  await expect(next.query('nonsense')).rejects.toThrow('syntax error')
  next.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('statements of one name on several connections do not meet in the session', async () => {
  const { pool } = await open()
  const query = { name: 'sum', text: 'select $1::int + $2::int as sum' }
  const sums = Array.from({ length: 40 }, async (_, n) => (await pool.query(query.text, [n, 1])).rows)
  const named = Array.from(
    { length: 40 },
    async (_, n) => (await pool.query({ ...query, values: [n, 1] })).rows,
  )
  expect(await Promise.all(named)).toEqual(await Promise.all(sums))
})

test('a request with several queries goes before those that came later', async () => {
  const { pool } = await open()
  const order: string[] = []
  const request = (name: string, queries: number) =>
    inTurn(async () => {
      for (let query = 0; query < queries; query += 1) await pool.query('select 1')
      order.push(name)
    })
  const first = request('first', 5)
  const later = (count: number) => Array.from({ length: count }, () => request('later', 1))
  const earlier = later(20)
  const cleaning = inBackground(async () => {
    await pool.query('select 1')
    order.push('cleaning')
  })
  const latest = later(180)
  await Promise.all([first, ...earlier, cleaning, ...latest])
  // Behind everybody each time, it would come last.
  expect(order.indexOf('first')).toBeLessThan(100)
  expect(order.indexOf('cleaning')).toBe(order.length - 1)
})
