import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import { readUntilLeft } from '@/lib/server/db/reader-left'
import { soon } from '../soon'
import { newStore } from './engines'
import { quietLog } from './test-log'

async function openPostgres() {
  const store = await newStore('postgres')
  onTestFinished(store.remove)
  const database = await openDatabase({ ...store, log: quietLog })
  onTestFinished(database.close)
  return database
}

const sleeping = `select count(*)::int as sleeping from pg_stat_activity
  where state = 'active' and query like 'select pg_sleep%' and datname = current_database()`

test('a query whose reader has left is stopped, and its place goes to the next', async () => {
  const { pool } = await openPostgres()
  const count = async () => (await pool.query<{ sleeping: number }>(sleeping)).rows[0]?.sleeping
  const leaving = new AbortController()
  const reading = readUntilLeft(leaving.signal, () => pool.query('select pg_sleep(60)'))
  const failed = expect(reading).rejects.toMatchObject({ code: '57014' })
  await expect.poll(count, soon).toBe(1)
  leaving.abort()
  await failed
  await expect.poll(count, soon).toBe(0)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test.each(['pglite', 'postgres'] as const)(
  'on %s a query of a reader who has left is not begun',
  async (engine) => {
    const store = await newStore(engine)
    onTestFinished(store.remove)
    const database = await openDatabase({ ...store, log: quietLog, timeoutMs: null })
    onTestFinished(database.close)
    const read = () => database.pool.query('create table begun (id int)')
    await expect(readUntilLeft(AbortSignal.abort(), read)).rejects.toThrow(/abort/i)
    const { rows } = await database.pool.query(`select to_regclass('begun') as begun`)
    expect(rows).toEqual([{ begun: null }])
  },
)
