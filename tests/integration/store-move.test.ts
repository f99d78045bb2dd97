import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { moveStore } from '@/lib/server/db/move-store'
import { openDatabase } from '@/lib/server/db/open-database'
import { listCredits } from '@/lib/server/purchases/credits'
import { countFacets, listCandidates } from '@/lib/server/candidates/list-candidates'
import { listJobs } from '@/lib/server/jobs/jobs'
import { contentOf } from './content-of'
import { contextOf } from './context-of'
import { buyNext } from './desk'
import { newFolder, newStore, type StorePlace } from './engines'
import { seedApplicants } from './seed-applicants'
import { storedJob, storeEverything } from './stored-everything'
import { quietLog } from './test-log'

async function places(): Promise<{ embedded: StorePlace; postgres: StorePlace }> {
  const [embedded, postgres] = [await newFolder(), await newStore('postgres')]
  onTestFinished(embedded.remove)
  onTestFinished(postgres.remove)
  return { embedded, postgres }
}
const open = async (place: StorePlace) => {
  const database = await openDatabase({ ...place, log: quietLog })
  onTestFinished(() => database.close().catch(() => undefined))
  return database
}
const move = (embedded: StorePlace, postgres: StorePlace) =>
  moveStore({ dataDir: embedded.dataDir, databaseUrl: postgres.databaseUrl, log: quietLog })

test('a used embedded store moves to Postgres row for row, where the same pages are read and numbers go on', async () => {
  const { embedded, postgres } = await places()
  const before = await open(embedded)
  const { context, ...provider } = await storeEverything(before)
  const content = await contentOf(before)
  for (const [table, rows] of Object.entries(content)) expect(rows.length, table).toBeGreaterThan(0)
  const pagesOf = async (of: typeof context) => ({
    list: await listCandidates(of, storedJob, emptyView, null, 200),
    byName: await listCandidates(
      of,
      storedJob,
      { ...emptyView, sort: [{ key: 'name', descending: true }] },
      null,
      20,
    ),
    facets: await countFacets(of, storedJob, emptyView),
    jobs: await listJobs(of),
    ledger: await listCredits(of, { cursor: null, limit: 100 }),
  })
  const pages = await pagesOf(context)
  await before.close()

  const moved = await move(embedded, postgres)
  expect(Object.fromEntries(moved.map(({ table, rows }) => [table, rows]))).toEqual(
    Object.fromEntries(Object.entries(content).map(([table, rows]) => [table, rows.length])),
  )
  const after = await open(postgres)
  expect(after.engine).toBe('postgres')
  expect(await contentOf(after)).toEqual(content)
  const there = contextOf(after, provider)
  const again = await pagesOf(there)
  // Until when a job is kept, and which day it is, are read off a clock.
  expect(again.list).toEqual(pages.list)
  expect(again.byName).toEqual(pages.byName)
  expect(again.facets).toEqual(pages.facets)
  expect(again.jobs).toEqual(pages.jobs)
  expect(again.ledger.entries).toEqual(pages.ledger.entries)
  // New rows are given numbers that no old one has.
  expect((await buyNext(there, { jobId: '4100000021', account: null })).list.new).toBe(21)
  // What was left behind can still be opened.
  expect(await contentOf(await open(embedded))).toEqual(content)
})

test('a big store moves in batches', { timeout: 240_000 }, async () => {
  const { embedded, postgres } = await places()
  const before = await open(embedded)
  await seedApplicants(before.pool, { account: 'main', jobId: 'big' }, 2_345)
  await before.close()
  const moved = await move(embedded, postgres)
  expect(moved).toContainEqual({ table: 'candidate', rows: 2_345 })
})

test('a Postgres that holds anything is refused, and nothing is added to it', async () => {
  const { embedded, postgres } = await places()
  const target = await open(postgres)
  await seedApplicants(target.pool, { account: 'main', jobId: 'there' }, 3)
  const content = await contentOf(target)
  await expect(move(embedded, postgres)).rejects.toThrow(
    'The store of DATABASE_URL is not empty: its table candidate has rows. Nothing was copied.',
  )
  expect(await contentOf(target)).toEqual(content)
})

test('a store that a server has open, and a folder without one, are refused in one line', async () => {
  const { embedded, postgres } = await places()
  await open(embedded)
  await expect(move(embedded, postgres)).rejects.toThrow(/is in use by process \d+/)
  const empty = await newFolder(false)
  onTestFinished(empty.remove)
  await expect(move(empty, postgres)).rejects.toThrow(/^There is no embedded store in /)
  await expect(moveStore({ dataDir: embedded.dataDir, databaseUrl: null, log: quietLog })).rejects.toThrow(
    /^DATABASE_URL is missing/,
  )
})

test('the command says what it moved and what to set next', async () => {
  const { embedded, postgres } = await places()
  const before = await open(embedded)
  await seedApplicants(before.pool, { account: 'main', jobId: 'one' }, 2)
  await before.close()
  const secretFile = join(embedded.dataDir, 'auth-secret')
  await writeFile(secretFile, 'a-secret-that-is-not-printed-anywhere')
  const run = async () => {
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/store-move.ts'],
      {
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          DATA_DIR: embedded.dataDir,
          DATABASE_URL: postgres.databaseUrl!,
        },
      },
    )
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await once(child, 'close')
    return { said, code: child.exitCode }
  }
  const first = await run()
  expect(first.said).toContain('candidate: 2 rows, the same in both')
  expect(first.said).toContain(`set AUTH_SECRET to the content of ${secretFile}`)
  expect(first.said).not.toContain('a-secret-that')
  expect(first.code).toBe(0)
  const second = await run()
  expect(second.said).toContain('is not empty')
  expect(second.said).not.toMatch(/\bat .*\.ts/)
  expect(second.code).toBe(1)
})
