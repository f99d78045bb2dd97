import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { loadSecret } from '@/lib/server/auth/secret'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { contentOf } from './content-of'
import { contextOf } from './context-of'
import { buyNext } from './desk'
import { newFolder, newStore, type StorePlace } from './engines'
import { findPrograms } from './postgres-cluster'
import { storedJob, storeEverything } from './stored-everything'
import { quietLog } from './test-log'

const run = promisify(execFile)

const open = async (place: StorePlace) => {
  const database = await openDatabase({ ...place, log: quietLog })
  onTestFinished(() => database.close().catch(() => undefined))
  return database
}
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'shortlist-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A store in use, what is in it, and a page of it. */
async function usedStore(place: StorePlace) {
  onTestFinished(place.remove)
  const database = await open(place)
  const { context, ...provider } = await storeEverything(database)
  const page = await listCandidates(context, storedJob, emptyView, null, 50)
  return { database, provider, page, content: await contentOf(database) }
}

test('a Postgres that was dumped and restored is the same, and goes on', async () => {
  const place = await newStore('postgres')
  const { provider, page, content } = await usedStore(place)
  const from = await newStore('postgres')
  onTestFinished(from.remove)
  const dump = join(await folder(), 'shortlist.dump')
  const programs = findPrograms('pg_dump')
  // As docs/operations.md has it, while the server runs.
  await run(join(programs, 'pg_dump'), ['--format=custom', `--file=${dump}`, place.databaseUrl!])
  await run(join(programs, 'pg_restore'), [
    '--no-owner',
    '--exit-on-error',
    `--dbname=${from.databaseUrl}`,
    dump,
  ])
  const restored = await open(from)
  expect(await contentOf(restored)).toEqual(content)
  const context = contextOf(restored, provider)
  expect(await listCandidates(context, storedJob, emptyView, null, 50)).toEqual(page)
  expect((await buyNext(context, { jobId: '4100000021', account: null })).list.new).toBe(21)
})

test('an embedded store whose folder was copied while it was stopped is the same, with its secret', async () => {
  const place = await newFolder()
  const { database, provider, page, content } = await usedStore(place)
  const settings = (dataDir: string) => readEnv({ DATA_DIR: dataDir })
  const secret = await loadSecret(settings(place.dataDir))
  await database.close()
  const copy = join(await folder(), 'data')
  await cp(place.dataDir, copy, { recursive: true })
  // Whatever befalls the one leaves the other alone.
  await writeFile(join(place.dataDir, 'store', 'PG_VERSION'), 'broken')
  const restored = await open({ databaseUrl: null, dataDir: copy, remove: async () => {} })
  expect(await contentOf(restored)).toEqual(content)
  expect(await loadSecret(settings(copy))).toBe(secret)
  const context = contextOf(restored, provider)
  expect(await listCandidates(context, storedJob, emptyView, null, 50)).toEqual(page)
})
