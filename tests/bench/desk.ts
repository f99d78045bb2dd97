import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import { startCluster } from '../integration/postgres-cluster'
import { measureHandler } from './handler'
import { measureExport } from './export'
import { heapSettings } from './heap'
import { measureBrowser } from './browser'
import { measureStart } from './start'
import type { Line, Options, Section } from './report'
import { jobs, knownLists, makePeople, seed } from './seed'
import { measureInsights } from './insights'
import { measureSql } from './sql'
import { startServer } from './servers'

/** The job page: what it weighs, how fast the store, the server and the table answer, and what they hold in memory. */
export async function desk(options: Options): Promise<Section> {
  const { quick, say } = options
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-bench-'))
  const lines: Line[] = []
  say('inventing applicants')
  const people = makePeople(quick)
  const lists = knownLists(people)
  if (quick) lists[jobs.huge] = []
  const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
  const cluster = await startCluster()
  const stores = [
    { name: 'Postgres', databaseUrl: cluster.url, dataDir: folder },
    // In a quick run the embedded store is read by the soak of its own.
    ...(quick ? [] : [{ name: 'embedded', databaseUrl: null, dataDir: folder }]),
  ]
  try {
    for (const { name, databaseUrl, dataDir } of stores) {
      say(`filling the ${name} store`)
      const database = await openDatabase({ databaseUrl, dataDir, log, timeoutMs: null })
      try {
        await seed(database, people, !quick)
        lines.push(...(await measureSql(database, lists, options)))
        lines.push(...(await measureInsights(database, lists, options)))
      } finally {
        await database.close()
      }
    }
    for (const { name, databaseUrl, dataDir } of stores) {
      const settings = { DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir }
      const main = databaseUrl !== null
      lines.push(...(await measureStart(name, folder, settings, lists[jobs.small] ?? [], quick ? 1 : 3)))
      const server = await startServer('scripts/serve-built.mjs', folder, {
        ...settings,
        ...heapSettings(folder),
      })
      try {
        if (main) lines.push(...(await measureHandler(server.url, folder, lists[jobs.large] ?? [], options)))
        lines.push(...(await measureExport({ name, server, lists, folder }, options)))
        lines.push(...(await measureBrowser({ name, main, server, lists }, options)))
      } finally {
        await server.stop()
      }
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    title: 'The job page',
    intro:
      'Lists of 412, 10,000 and 100,000 applicants, in Postgres and in the embedded store; the hundred thousand are the ten thousand ten times over, and Postgres runs without fsync. The stored page is one that was asked for before: the server checks the store for a newer list and sends the bytes it kept. It answers before the framework does, while the empty handler is one of the framework’s routes. A page’s first request costs more and is not measured here. A search is timed from the moment its whole text comes into the field; and, typed at a letter every 120 ms, from its last letter, whose search waits for the answer to the letter before. Before a click that sorts the pointer rests on the header for 100 ms, as a hand does, and what it will show is read meanwhile. Scrolling moves 120 pixels in each frame: the short list to its end, the others through their first 1,286 rows only.',
    lines,
  }
}
