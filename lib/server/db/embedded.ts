import 'server-only'
import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { EnvError } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { lockData } from './data-lock'
import { EmbeddedPool } from './embedded-pool'
import { EngineStream } from './engine-stream'
import { type EngineThread, startEngine } from './engine-thread'
import type { Listen } from './listening'
import { isNetworkFolder } from './network-folder'
import { makePrivate } from './private-files'
import { startUpkeep } from './upkeep'

/** @throws EnvError when the folder cannot hold a store */
async function prepareFolder(dataDir: string, log: Log): Promise<void> {
  try {
    const opened = await makePrivate(dataDir)
    if (opened > 0)
      log.warn({ opened }, 'DATA_DIR was open to other users of this machine; it is closed to them now')
    await access(dataDir, constants.W_OK)
  } catch (cause) {
    throw new EnvError(`DATA_DIR is not usable: expected a folder that can be made and written to.`, {
      cause,
    })
  }
  if (isNetworkFolder((await statfs(dataDir)).type)) {
    throw new EnvError(
      `DATA_DIR is on a network file system, on which an embedded store loses data. Set it to a folder on a local disk, or DATABASE_URL to a Postgres server.`,
    )
  }
}

/** An engine that is opened again for the next connection after it has failed. */
async function keepOpen(start: () => Promise<EngineThread>, log: Log) {
  const streams = new Set<EngineStream>()
  const open = async () => {
    const opened = await start()
    // What a connection had begun is lost with its engine: it must not go on in another one.
    void opened.ended.then((error) => {
      for (const stream of streams) stream.destroy(error)
    })
    return opened
  }
  let engine = await open()
  let starting: Promise<void> | null = null
  const restart = async () => {
    log.warn('the embedded store has stopped; it is opened again')
    engine = await open()
  }
  const connection = async () => {
    if (!engine.isOpen()) await (starting ??= restart().finally(() => (starting = null)))
    return engine.connect()
  }
  return {
    connect() {
      const stream = new EngineStream(engine.isOpen() ? engine.connect() : connection())
      streams.add(stream)
      stream.once('close', () => streams.delete(stream))
      return stream
    },
    close: () => engine.close(),
  }
}

/**
 * Opens Postgres in a thread of this process, in a folder that no other process may open meanwhile, behind the driver of
 * any Postgres.
 * @throws EnvError when the folder cannot hold a store, Error when another process has it
 */
export async function openEmbedded(
  dataDir: string,
  log: Log,
): Promise<{ pool: pg.Pool; listen: Listen; maintain: () => Promise<void>; close: () => Promise<void> }> {
  await prepareFolder(dataDir, log)
  const lock = await lockData(join(dataDir, 'store.lock'))
  try {
    const folder = join(dataDir, 'store')
    const warn = (error: unknown) => log.warn({ err: error }, 'the clean-up of the embedded store failed')
    const start = () => startEngine(folder, lock, warn)
    // Making a store takes 350 MB of memory, which go with the thread that made it.
    if (!existsSync(join(folder, 'PG_VERSION'))) await (await start()).close()
    const engine = await keepOpen(start, log)
    const pool = new EmbeddedPool(engine.connect)
    const upkeep = startUpkeep(pool, warn)
    const close = async () => {
      upkeep.stop()
      // A query that failed a moment ago has not been heard to its end; the store must not close in the middle of it.
      await pool.query('select 1').catch(() => undefined)
      await pool.end()
      await engine.close()
      await lock.release()
    }
    return { pool, listen: pool.listen, maintain: upkeep.clean, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}
