import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import { percentile } from './numbers'
import { atMost, mb, ms, type Options, required, type Section } from './report'
import { memoryOf, processorTimeOf, type Running, startServer, whileRunning } from './servers'
import { fetchInTime, signIn, signInSettings } from './signed-in'
import { newTally, readAlong, spendAlong } from './soak-people'
import { startProvider } from './soak-provider'

const readers = 100
const spenders = 3
const mib = 1024 * 1024
const times = (value: number) => `${value.toFixed(2)} ×`
const whole = (value: number) => String(value)

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

type Seen = { log: number; memory: number; files: number; health: number[] }

/** What the store takes of disk, memory and files, and how long the server takes to say that it lives. */
async function watch(server: Running, store: string, until: number): Promise<Seen> {
  const seen: Seen = { log: 0, memory: 0, files: 0, health: [] }
  while (performance.now() < until) {
    const startedAt = performance.now()
    await (await fetchInTime(`${server.url}/api/health`)).arrayBuffer()
    seen.health.push(performance.now() - startedAt)
    seen.log = Math.max(seen.log, await sizeOf(join(store, 'pg_wal')))
    seen.memory = Math.max(seen.memory, (await memoryOf(server.pid)) ?? 0)
    const files = await readdir(`/proc/${server.pid}/fd`).catch(() => [])
    seen.files = Math.max(seen.files, files.length)
    await pause(50)
  }
  return seen
}

/** How much more room the tables take than if they had just been written. The server has to have stopped. */
async function bloat(dataDir: string): Promise<number> {
  const tables = join(dataDir, 'store', 'base')
  const before = await sizeOf(tables)
  const log = createLog(readEnv({ LOG_LEVEL: 'error' }))
  const { pool, close } = await openDatabase({ databaseUrl: null, dataDir, log })
  await pool.query('vacuum full')
  await pool.query('checkpoint')
  await close()
  return before / (await sizeOf(tables))
}

/** A server on the embedded store, read by a hundred and bought from while its list moves. */
export async function soakEmbedded({ quick, say }: Options): Promise<Section> {
  const seed = process.env.BENCH_SEED || '20260402'
  const seconds = quick ? 8 : 720
  say(`soaking the embedded store for ${seconds} s, seed ${seed}`)
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-embedded-'))
  const provider = await startProvider(seed)
  const settings = { ...provider.settings, ...signInSettings, DATA_DIR: folder }
  const limits = { CREDITS_PER_DAY: '1000000', LOG_LEVEL: 'error' }
  const logs = await mkdtemp(join(tmpdir(), 'shortlist-embedded-logs-'))
  const server = await startServer('scripts/serve-built.mjs', logs, { ...settings, ...limits })
  let stopped = false
  const stop = async () => {
    if (!stopped) await server.stop()
    stopped = true
  }
  try {
    await signIn(server.url)
    const tally = newTally()
    const startedAt = performance.now()
    const usedBefore = (await processorTimeOf(server.pid)) ?? NaN
    const until = startedAt + seconds * 1_000
    const each = (count: number, live: (name: number) => Promise<void>) =>
      Array.from({ length: count }, (_, name) => live(name))
    const urls = [server.url]
    const [seen] = await whileRunning(
      [server],
      Promise.all([
        watch(server, join(folder, 'store'), until),
        provider.move(until),
        ...each(readers, (name) => readAlong(tally, urls, `${seed} reader ${name}`, until)),
        ...each(spenders, (name) => spendAlong(tally, urls, `${seed} spender ${name}`, until)),
      ]),
    )
    const used = ((await processorTimeOf(server.pid)) ?? NaN) - usedBefore
    const lasted = (performance.now() - startedAt) / 1_000
    await stop()
    say('comparing its tables with freshly written ones')
    return {
      title: 'A soak of the embedded store',
      intro: `One server for ${Math.round(lasted)} seconds (seed ${seed}): ${readers} readers, ${spenders} who spend, a list of about 300 people that changed ${provider.seen().changes} times.`,
      lines: [
        required(atMost('write-ahead log', seen.log, 128 * mib, mb)),
        required(atMost('tables against freshly written ones', await bloat(folder), 2, times)),
        atMost('longest wait of a reader', Math.max(...tally.reads), 5_000, ms),
        {
          measure: 'reads',
          value: `${(tally.reads.length / lasted).toFixed(0)}/s · p50 ${ms(percentile(tally.reads, 0.5))} · p99 ${ms(percentile(tally.reads, 0.99))}`,
        },
        {
          measure: 'processor time of the server',
          value: `${(used / tally.reads.length).toFixed(1)} ms a read · ${((used / lasted / 1_000) * 100).toFixed(0)} % of one processor`,
        },
        atMost('longest time to say that it lives', Math.max(...seen.health), 300, ms),
        { measure: 'memory at most · files open at most', value: `${mb(seen.memory)} · ${seen.files}` },
        required(atMost('answers with status 500', tally.broken, 0, whole)),
      ],
    }
  } finally {
    await stop()
    await provider.close()
    await Promise.all([folder, logs].map((each) => rm(each, { recursive: true, force: true })))
  }
}
