import { expect, onTestFinished, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { type Engine, newFolder, newStore, type StorePlace } from './engines'
import { applicant, store as save } from './stored-people'
import { quietLog } from './test-log'

async function place(engine: Engine, copied = true): Promise<StorePlace> {
  const store = engine === 'postgres' ? await newStore(engine) : await newFolder(copied)
  onTestFinished(store.remove)
  return store
}
async function open(store: StorePlace): Promise<Database> {
  const database = await openDatabase({ ...store, log: quietLog })
  onTestFinished(() => database.close().catch(() => undefined))
  return database
}
const applied = async ({ pool }: Database) =>
  (await pool.query('select count(*)::int as n from __drizzle_migrations')).rows[0] as { n: number }

test('four servers that start at once on an empty Postgres all open it, migrated once', async () => {
  const store = await place('postgres')
  const servers = await Promise.all([1, 2, 3, 4].map(() => open(store)))
  const counts = await Promise.all(servers.map(applied))
  expect(counts[0]!.n).toBeGreaterThan(0)
  for (const count of counts) expect(count).toEqual(counts[0])
  await Promise.all(
    servers.map(({ db }, at) => save(db, { account: 'main', jobId: `job-${at}` }, [applicant('a')])),
  )
  const { rows } = await servers[0]!.pool.query('select count(*)::int as rows from candidate')
  expect(rows).toEqual([{ rows: 4 }])
})

test.each(['pglite', 'postgres'] as const)('opening %s once more changes nothing in it', async (engine) => {
  const store = await place(engine, false)
  const first = await openDatabase({ ...store, log: quietLog })
  await save(first.db, { account: 'main', jobId: 'one' }, [applicant('a', { fullName: 'Ada' })])
  const before = await applied(first)
  await first.close()
  const second = await open(store)
  expect(await applied(second)).toEqual(before)
  expect((await second.pool.query('select name_folded from candidate')).rows).toEqual([
    { name_folded: 'ada' },
  ])
  await second.ping()
})

test('both engines come to the same tables, columns and indexes', async () => {
  const shapeOf = async ({ pool }: Database) => {
    const columns = await pool.query(
      `select table_name, column_name, data_type, collation_name, is_nullable, column_default
       from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
    )
    const indexes = await pool.query(
      `select indexname, indexdef from pg_indexes where schemaname = 'public' order by indexname collate "C"`,
    )
    return { columns: columns.rows as unknown[], indexes: indexes.rows as unknown[] }
  }
  const [embedded, server] = [await open(await place('pglite')), await open(await place('postgres'))]
  const shape = await shapeOf(embedded)
  expect(shape.columns.length).toBeGreaterThan(50)
  expect(await shapeOf(server)).toEqual(shape)
})

test('a database that cannot be reached says so in one line', async () => {
  const store = await place('postgres')
  const gone = store.databaseUrl!.replace(/\/t_[0-9a-f]+/, '/never_created')
  const opening = openDatabase({ databaseUrl: gone, dataDir: store.dataDir, log: quietLog })
  await expect(opening).rejects.toThrow(/^the store cannot be opened \(.*never_created.*\)\.$/)
})
