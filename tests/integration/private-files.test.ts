import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import { makePrivate } from '@/lib/server/db/private-files'
import { newFolder } from './engines'
import { keptLog } from './test-log'

async function folder(copied: boolean): Promise<string> {
  const place = await newFolder(copied)
  onTestFinished(place.remove)
  return place.dataDir
}

/** Paths that any other user of the machine could read, write or list. */
async function openPaths(dataDir: string): Promise<string[]> {
  const names = ['.', ...(await readdir(dataDir, { recursive: true }))]
  const modes = await Promise.all(names.map(async (name) => (await stat(join(dataDir, name))).mode))
  return names.filter((_, at) => (modes[at]! & 0o077) !== 0)
}

async function openWith(dataDir: string): Promise<string[]> {
  const { log, lines } = keptLog({})
  const { close } = await openDatabase({ databaseUrl: null, dataDir, log })
  await close()
  return lines.filter((line) => line.includes('open to other users'))
}

test('a store that every user of the machine could read is closed to them at the next start, and that is logged once', async () => {
  const dataDir = await folder(true)
  await writeFile(join(dataDir, 'auth-secret'), 'a secret', { mode: 0o644 })
  for (const name of ['.', 'store', 'store/base', 'store/PG_VERSION']) await chmod(join(dataDir, name), 0o777)
  expect(await openWith(dataDir)).toHaveLength(1)
  expect(await openPaths(dataDir)).toEqual([])
  expect(await openWith(dataDir)).toEqual([])
})

test('a new store is for its own user alone, whatever the umask', async () => {
  const dataDir = join(await folder(false), 'deep')
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
  expect(await openWith(dataDir)).toEqual([])
  expect((await openPaths(dataDir)).filter((path) => !path.startsWith('store.lock'))).toEqual([])
})

test('what others keep in the same folder is left as it is, and so is a folder for everybody', async () => {
  const dataDir = await folder(false)
  await mkdir(join(dataDir, 'reports'), { mode: 0o755 })
  await chmod(dataDir, 0o1777)
  await makePrivate(dataDir)
  expect((await stat(dataDir)).mode & 0o777).toBe(0o777)
  expect((await stat(join(dataDir, 'reports'))).mode & 0o777).toBe(0o755)
  expect((await stat(join(dataDir, 'store'))).mode & 0o777).toBe(0o700)
})
