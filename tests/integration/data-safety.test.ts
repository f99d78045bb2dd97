import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, { existsSync, promises, type StatsFs, statSync } from 'node:fs'
import { readFile, statfs, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { compileEngine, openEngine } from '@/lib/server/db/embedded-engine.mjs'
import { EngineStream } from '@/lib/server/db/engine-stream'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { processId } from '@/lib/server/db/process-id'
import { storeOver } from '@/lib/server/db/transaction'
import { startBuyer } from './buyer'
import { newFolder } from './engines'
import { startLocker } from './locker'
import { store as save, applicant } from './stored-people'
import { jobOfSize, testProvider } from './test-context'
import { quietLog } from './test-log'

async function folder(copied = true): Promise<string> {
  const place = await newFolder(copied)
  onTestFinished(place.remove)
  return place.dataDir
}

async function open(dataDir: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl: null, dataDir, log: quietLog })
  onTestFinished(database.close)
  return database
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid!
}

describe('the embedded store’s folder', () => {
  test('is made when it is not there, and opens migrated', async () => {
    const dataDir = join(await folder(false), 'deep', 'down')
    const { pool } = await open(dataDir)
    const { rows } = await pool.query('select count(*)::int as jobs from job')
    expect(rows).toEqual([{ jobs: 0 }])
  })

  test('answers whoever asks beside queries that fail, and closes after one', async () => {
    const place = await newFolder()
    onTestFinished(place.remove)
    const { pool, close } = await openDatabase({ ...place, log: quietLog })
    const fail = () => expect(pool.query('select $1::int / 0', [1])).rejects.toThrow('division by zero')
    const failPlainly = () => expect(pool.query('select nothing')).rejects.toThrow('does not exist')
    const answer = async () => expect((await pool.query('select $1::int as n', [2])).rows).toEqual([{ n: 2 }])
    const transact = async () => {
      const client = await pool.connect()
      await client.query('begin')
      await client.query('select 1')
      await client.query('commit')
      client.release()
    }
    for (let round = 0; round < 40; round += 1) {
      const asked: Promise<unknown>[] = []
      for (let at = 0; at < 20; at += 1) {
        asked.push([fail, answer, failPlainly, transact][(at * 7 + round) % 4]!())
        // Some come while those before are being answered.
        if ((at + round) % 3 === 0) await pause(at % 5)
      }
      await Promise.all(asked)
    }
    await fail()
    await close()
  })

  test('is refused to a second server, which is told who has it and what to do', async () => {
    const dataDir = await folder()
    const { pool } = await open(dataDir)
    const second = openDatabase({ databaseUrl: null, dataDir, log: quietLog })
    await expect(second).rejects.toThrow(
      new RegExp(
        `${dataDir} is in use by process ${process.pid} on ${hostname()}\\. Stop that server, or set DATA_DIR`,
      ),
    )
    // The first one is none the worse for it.
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  test('is refused while another process has it, and opens once that was killed', async () => {
    const provider = await testProvider()
    const openDoor = provider.hold()
    const dataDir = await folder()
    const ask = { kind: 'lists' as const, jobIds: [jobOfSize(81)] }
    const other = startBuyer({ store: { databaseUrl: null, dataDir }, provider, leaseMs: 30_000, ask })
    for await (const report of other.reports) {
      expect(report.kind).toBe('ready')
      break
    }
    await expect(openDatabase({ databaseUrl: null, dataDir, log: quietLog })).rejects.toThrow(
      /in use by process/,
    )
    await other.kill()
    openDoor()
    await open(dataDir)
  })

  test('is given back on closing', async () => {
    const dataDir = await folder()
    const first = await openDatabase({ databaseUrl: null, dataDir, log: quietLog })
    await first.close()
    expect(existsSync(join(dataDir, 'store.lock'))).toBe(false)
    await open(dataDir)
  })

  const me = async () => ({ ...(await processId()), token: 'another' })
  const stale: [string, () => Promise<string>][] = [
    ['of a process that is gone', async () => JSON.stringify({ ...(await me()), pid: await deadPid() })],
    [
      'of an earlier process of the same number',
      async () => JSON.stringify({ ...(await me()), started: '1' }),
    ],
    [
      'from before the machine started',
      async () => JSON.stringify({ ...(await me()), boot: 'another-boot' }),
    ],
    [
      'of another container that shows no sign of life',
      async () => JSON.stringify({ ...(await me()), space: 'pid:[1]' }),
    ],
    [
      'of an earlier version, whose process is gone',
      async () => JSON.stringify({ pid: await deadPid(), started: '1', boot: (await me()).boot }),
    ],
    ['that is empty', async () => ''],
  ]
  test.each(stale)('is taken over from a lock %s', async (_, lock) => {
    const dataDir = await folder()
    await writeFile(join(dataDir, 'store.lock'), await lock())
    await open(dataDir)
    expect(JSON.parse(await readFile(join(dataDir, 'store.lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    })
  })

  test.each(['', JSON.stringify({ pid: 1, started: '1', boot: 'another-boot' })])(
    'opens beside a claim that was left behind: %j',
    async (claim) => {
      const dataDir = await folder()
      await writeFile(join(dataDir, 'store.lock'), '')
      await writeFile(join(dataDir, 'store.lock.claim'), claim)
      await open(dataDir)
      expect(existsSync(join(dataDir, 'store.lock.claim'))).toBe(false)
    },
  )

  test('is refused to a second server in another container, and no row is lost', async () => {
    const dataDir = await folder()
    const { pool } = await open(dataDir)
    const other = startLocker(join(dataDir, 'store.lock'), { namespace: true })
    expect(await other.next()).toBe('ready')
    other.go()
    expect(await other.next()).toBe('refused')
    await pool.query(`insert into spend_day (day) values ('2026-04-02')`)
  })

  test('of a container that was killed is opened once its beats stay away', async () => {
    const dataDir = await folder()
    const other = startLocker(join(dataDir, 'store.lock'), { namespace: true })
    expect(await other.next()).toBe('ready')
    other.go()
    expect(await other.next()).toBe('taken')
    await expect(openDatabase({ databaseUrl: null, dataDir, log: quietLog })).rejects.toThrow(
      /in use by process \d+ on /,
    )
    await other.kill()
    await open(dataDir)
  })

  test('ends a server that stood still while another one took its store', async () => {
    const dataDir = await folder()
    const lock = join(dataDir, 'store.lock')
    const paused = startLocker(lock, { namespace: true })
    expect(await paused.next()).toBe('ready')
    paused.go()
    expect(await paused.next()).toBe('taken')
    paused.pause()
    await open(dataDir)
    const { ino } = statSync(lock)
    paused.resume()
    await paused.ended
    expect(statSync(lock).ino).toBe(ino)
  })

  test('is refused on a file system that machines share', async () => {
    const dataDir = await folder()
    const own = await statfs(dataDir)
    const nfs = vi.spyOn(promises, 'statfs').mockResolvedValue({ ...own, type: 0x6969 } as StatsFs)
    syncBuiltinESMExports()
    onTestFinished(() => {
      nfs.mockRestore()
      syncBuiltinESMExports()
    })
    await expect(openDatabase({ databaseUrl: null, dataDir, log: quietLog })).rejects.toThrow(
      /^DATA_DIR is on a network file system, .*local disk/,
    )
  })

  test('goes to one of four who find the same stale lock at once', async () => {
    const lock = join(await folder(false), 'store.lock')
    await writeFile(lock, JSON.stringify({ ...(await me()), pid: await deadPid() }))
    const askers = [1, 2, 3, 4].map(() => startLocker(lock))
    const next = () => Promise.all(askers.map((asker) => asker.next()))
    expect(await next()).toEqual(['ready', 'ready', 'ready', 'ready'])
    for (const asker of askers) asker.go()
    expect((await next()).sort()).toEqual(['refused', 'refused', 'refused', 'taken'])
  })

  test('is not taken over from a lock whose process lives', async () => {
    const dataDir = await folder()
    await writeFile(join(dataDir, 'store.lock'), JSON.stringify(await me()))
    await expect(openDatabase({ databaseUrl: null, dataDir, log: quietLog })).rejects.toThrow(
      /in use by process/,
    )
  })
})

describe('the embedded store on disk', () => {
  test('a commit is synced to the disk before it is acknowledged', async () => {
    const dataDir = await folder()
    // In this thread, where its calls to the disk can be watched.
    const engine = await openEngine(join(dataDir, 'store'), () => undefined, await compileEngine())
    const pool = new pg.Pool({
      max: 1,
      user: 'postgres',
      ssl: false,
      stream: () => new EngineStream({ ask: engine.exec, leave: () => undefined }),
    })
    onTestFinished(async () => {
      await pool.end()
      await engine.close()
    })
    const db = storeOver(pool)
    const { rows } = await pool.query(
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name`,
    )
    expect(rows.map(({ setting }: { setting: string }) => setting)).toEqual(['on', 'on', 'on', 'fsync'])
    const sync = vi.spyOn(fs, 'fsyncSync')
    syncBuiltinESMExports()
    onTestFinished(() => {
      sync.mockRestore()
      syncBuiltinESMExports()
    })
    await pool.query('select count(*) from candidate')
    const before = sync.mock.calls.length
    await save(db, { account: 'main', jobId: 'one' }, [applicant('a')])
    expect(sync.mock.calls.length).toBeGreaterThan(before)
    const after = sync.mock.calls.length
    await save(db, { account: 'main', jobId: 'one' }, [applicant('b')])
    expect(sync.mock.calls.length).toBeGreaterThan(after)
  })

  test('maintenance keeps the log of changes small, and loses nothing', async () => {
    const { db, pool, maintain } = await open(await folder())
    await save(db, { account: 'main', jobId: 'one' }, [applicant('a')])
    await maintain()
    const { rows } = await pool.query(
      `select setting::int * 1 as mb from pg_settings where name = 'max_wal_size'`,
    )
    expect(rows).toEqual([{ mb: 64 }])
    expect((await pool.query('select application_id from candidate')).rows).toEqual([{ application_id: 'a' }])
  })
})
