import { open, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import type { Context } from '@/lib/server/auth/context'
import { saveAllSpooled } from '@/lib/server/purchases/save-spooled'
import { expireReservations } from '@/lib/server/purchases/store/ledger'
import { openSpool } from '@/lib/server/platform/spool'
import { addTombstones, hashIdentifiers, holdTombstones } from '@/lib/server/candidates/store/tombstones'
import { buildPerson } from '@/lib/sandbox/people'
import { contextOf, type Settings } from './context-of'
import { buy, buyNext, failToBuy, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { startCluster } from './postgres-cluster'
import { breakable, buyWhileAway, newSpool } from './store-away'
import { jobOfSize, testProvider } from './test-context'
import { keptLog, quietLog } from './test-log'

const job = { jobId: jobOfSize(81), account: null }

onEachEngine('what was paid for', (store) => {
  async function desk(settings: Settings = {}) {
    const provider = await testProvider()
    const { folder, spool, files } = await newSpool()
    const { log, lines } = keptLog({})
    const { db, state } = breakable(store.database.db)
    const context = contextOf({ db }, provider, { spool, log, leaseMs: 1_000, ...settings })
    return { context, provider, sandbox: provider.sandbox, state, folder, files, lines }
  }

  test('waits on disk while the store is away, and is taken in before anything more is bought', async () => {
    const all = await desk()
    const { context, sandbox, state, files, lines } = all
    const error = await buyWhileAway(all, job)
    expect(sandbox.stats().creditsCharged).toBe(5)
    expect(error).toMatchObject({ code: 'not_saved', facts: { spent: 5, lastCall: 'charged' } })
    expect(await files()).toHaveLength(1)
    state.away = false
    expect((await buyNext(context, job)).list).toMatchObject({ stored: 81, status: 'complete' })
    expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 9 })
    expect(await ledgerOf(context)).toMatchObject([{ consumed: 4 }, { state: 'settled', consumed: 5 }])
    expect(await files()).toEqual([])
    const names = [0, 1, 2].map((serial) => buildPerson(1, job.jobId, serial).full_name ?? 'nobody')
    for (const name of names) expect(lines.join('\n')).not.toContain(name)
  })

  test('is taken in by itself when the store is back, once, also after it was given up', async () => {
    const all = await desk()
    const { context, state, files } = all
    await buyWhileAway(all, job)
    state.away = false
    await store.database.pool.query('delete from lease')
    await expireReservations(context.db)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'unknown' }])
    await saveAllSpooled(context)
    await saveAllSpooled(context)
    expect(await storedIds(context, job)).toHaveLength(50)
    expect(await ledgerOf(context)).toMatchObject([{ state: 'settled', consumed: 5 }])
    expect(await files()).toEqual([])
  })

  test('does not bring back somebody who was erased meanwhile, nor a job that was deleted', async () => {
    const all = await desk()
    const { context, state } = all
    await buyWhileAway(all, job)
    state.away = false
    const { application_id: applicationId, full_name: name } = buildPerson(1, job.jobId, 0)
    await context.db.transaction(async (tx) => {
      const salt = await holdTombstones(tx, 'update')
      await addTombstones(tx, hashIdentifiers(salt, { account: 'main', applicationId, identifiers: [] }))
    })
    await store.database.pool.query('delete from lease')
    await saveAllSpooled(context)
    const { rows } = await store.database.pool.query<{ raw: string; person: string }>(
      'select raw, person from candidate',
    )
    expect(rows).toHaveLength(50)
    expect(rows.some(({ raw, person }) => `${raw}${person}`.includes(name ?? 'nobody'))).toBe(false)

    const other = await desk()
    await store.database.pool.query('delete from candidate')
    await store.database.pool.query('delete from job')
    await buyWhileAway(other, job)
    other.state.away = false
    await store.database.pool.query('delete from job')
    await store.database.pool.query('delete from lease')
    await saveAllSpooled(other.context)
    const { rows: people } = await store.database.pool.query('select 1 from candidate')
    expect(people).toEqual([])
    expect(await ledgerOf(other.context)).toMatchObject([{ consumed: 5 }, { consumed: 5 }])
  })

  test('is not bought where it could not be kept', async () => {
    const { spool } = await newSpool(1_000)
    const small = await desk({ spool })
    expect(await failToBuy(small.context, job)).toMatchObject({
      code: 'answers_cannot_be_kept',
      facts: { spent: 0, lastCall: 'free' },
    })
    const file = join((await newSpool()).folder, 'a-file')
    await writeFile(file, '')
    const broken = await desk({ spool: openSpool(file) })
    expect((await failToBuy(broken.context, job)).facts).toMatchObject({ spent: 0, lastCall: 'free' })
    for (const { sandbox } of [small, broken]) expect(sandbox.stats().calls).toBe(0)
    expect(await ledgerOf(small.context)).toEqual([])
  })

  test('is not bought where the disk is full, in none of nine presses, and the server says so', async () => {
    const { folder } = await newSpool()
    const disk = { full: true }
    const spool = openSpool(folder, undefined, async (...how) => {
      const file = await open(...how)
      if (disk.full) {
        file.write = () =>
          Promise.reject(
            Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
          )
      }
      return file
    })
    const { context, sandbox, files } = await desk({ spool })
    for (let press = 0; press < 9; press += 1) {
      expect(await failToBuy(context, job)).toMatchObject({
        code: 'answers_cannot_be_kept',
        facts: { spent: 0, lastCall: 'free' },
      })
    }
    expect(await spool.canStore()).toBe(false)
    expect(sandbox.stats()).toMatchObject({ calls: 0, creditsCharged: 0 })
    expect(await files()).toEqual([])
    expect(await readdir(folder)).toEqual([])
    disk.full = false
    expect((await buyNext(context, job)).list.stored).toBe(50)
    const { spool: roomy } = await newSpool()
    expect(await roomy.canStore()).toBe(true)
  })

  test.each(['next', 'complete'] as const)(
    'is counted once where the answer to its commit was lost, in a %s',
    async (kind) => {
      const { context, sandbox, state } = await desk()
      state.loseCommits = 1
      const { list } = await buy(context, job, kind)
      expect(list).toMatchObject({ stored: kind === 'next' ? 50 : 81, new: kind === 'next' ? 50 : 81 })
      const { rows } = await store.database.pool.query(
        'select edition, (select count(*)::int from candidate_change) as changes from job',
      )
      expect(rows).toEqual([{ edition: kind === 'next' ? 1 : 2, changes: list.stored }])
      expect(sandbox.stats().creditsCharged).toBe(kind === 'next' ? 5 : 9)
    },
  )

  test('is told as bought although its audit line could not be written', async () => {
    const { context } = await desk()
    const { pool } = store.database
    await pool.query('alter table audit_event rename to audit_event_away')
    onTestFinished(async () => void (await pool.query('alter table audit_event_away rename to audit_event')))
    expect((await buyNext(context, job)).list.stored).toBe(50)
  })
})

onEachEngine('a load of everyone', (store) => {
  test('whose server was killed between two pages goes on under its key, at what is left of its price', async () => {
    const provider = await testProvider()
    const stopping = new AbortController()
    const { spool } = await newSpool()
    const context = contextOf(store.database, provider, { spool, stopping: stopping.signal })
    const idempotencyKey = 'key-of-one-load'
    const onProgress = ({ pages }: { pages: number }) => pages === 1 && stopping.abort()
    const first = await buy(context, job, 'complete', { idempotencyKey, maxCredits: 9, onProgress })
    expect(first).toMatchObject({ spent: 5, fetch: { code: 'stopping' } })
    // What a kill leaves: a fetch that ended and has no answer.
    await store.database.pool.query('update fetch_run set answer = null')
    const alive = contextOf(store.database, provider, { spool })
    const { fetch, spent, list } = await buy(alive, job, 'complete', { idempotencyKey, maxCredits: 9 })
    expect(fetch).toMatchObject({ id: first.fetch.id, consumed: 9, code: null })
    expect({ spent, new: list.new, status: list.status }).toEqual({ spent: 9, new: 81, status: 'complete' })
    expect(provider.sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 9 })
    expect(await buy(alive, job, 'complete', { idempotencyKey, maxCredits: 9 })).toMatchObject({ spent: 9 })
    expect(provider.sandbox.stats().calls).toBe(2)
  })

  /** A load whose list is taken over while its first page is under way. @param meanwhile what the other load does */
  async function takenOver(kind: 'next' | 'complete' | 'refresh', meanwhile: (context: Context) => unknown) {
    const provider = await testProvider()
    const { spool } = await newSpool()
    const context = contextOf(store.database, provider, { spool })
    const { provider: api } = context
    const slow: Context = {
      ...context,
      provider: {
        ...api,
        async getJobCandidates(query) {
          const page = await api.getJobCandidates(query)
          await store.database.pool.query("update lease set fetch_id = 'another', expires_at = now()")
          await meanwhile(context)
          return page
        },
      },
    }
    return { context, sandbox: provider.sandbox, buy: () => buy(slow, job, kind) }
  }

  test.each(['complete', 'refresh'] as const)(
    'a %s stops when another load took its list over, and its late answer is not bought again',
    async (kind) => {
      const { context, sandbox, buy: buyLate } = await takenOver(kind, () => {})
      if (kind === 'refresh') await buy(context, job, 'complete')
      const { creditsCharged: before } = sandbox.stats()
      await expect(buyLate()).rejects.toMatchObject({ code: 'taken_over', facts: { spent: 5 } })
      expect(sandbox.stats().creditsCharged - before).toBe(5)
      const rest = await buy(context, job, kind)
      expect(rest).toMatchObject({ spent: 4, list: { stored: 81, status: 'complete' } })
      expect(sandbox.stats().creditsCharged - before).toBe(9)
    },
  )

  test('a late answer moves nothing on where the list has moved on by itself', async () => {
    const {
      context,
      sandbox,
      buy: buyLate,
    } = await takenOver('next', async (other) => {
      sandbox.change(job.jobId, { kind: 'apply', count: 1, at: 'front' })
      await buy(other, job, 'complete')
    })
    const { fetch, list } = await buyLate()
    expect(fetch).toMatchObject({ state: 'settled', consumed: 5 })
    expect(list).toMatchObject({ stored: 82, new: 0 })
    const { rows } = await store.database.pool.query('select frontier from job')
    expect(rows).toEqual([{ frontier: 82 }])
    expect(sandbox.stats()).toMatchObject({ calls: 3, creditsCharged: 14 })
    expect(await storedIds(context, job)).toHaveLength(82)
  })
})

test('a Postgres that is stopped between the call and the saving loses nobody', async () => {
  const cluster = await startCluster()
  onTestFinished(cluster.stop)
  const provider = await testProvider()
  const { spool, files } = await newSpool()
  const database = await openDatabase({ databaseUrl: cluster.url, dataDir: tmpdir(), log: quietLog })
  onTestFinished(database.close)
  const context = contextOf(database, provider, { spool, leaseMs: 1_000 })
  const { provider: api } = context
  const stoppedAfter: typeof context = {
    ...context,
    provider: {
      ...api,
      async getJobCandidates(query) {
        const page = await api.getJobCandidates(query)
        await cluster.halt()
        return page
      },
    },
  }
  expect(await failToBuy(stoppedAfter, job)).toMatchObject({ code: 'not_saved', facts: { spent: 5 } })
  expect(await files()).toHaveLength(1)
  await cluster.start()
  expect((await buyNext(context, job)).list).toMatchObject({ stored: 81, status: 'complete' })
  expect(provider.sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 9 })
  expect(await files()).toEqual([])
})
