import 'server-only'
import { access, constants, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { EnvError } from '@/lib/server/env'
import type { Log } from '@/lib/server/log'
import { lockData } from './data-lock'
import { isNetworkFolder } from './network-folder'
import { makePrivate } from './private-files'
import { SyncedNodeFS } from './synced-node-fs'

// Its defaults open without fsync (-F) and let the log of changes grow without bound.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'max_wal_size=64MB', 'min_wal_size=32MB'].flatMap((set) => [
    '-c',
    set,
  ]),
]

/**
 * Gives its one connection back after a query that failed, too. The usual pool closes it then and opens another; here
 * both would be the same, and whoever asks next would meet one that is being closed.
 */
class KeepingPool extends pg.Pool {
  override query = (async (...asked: Parameters<pg.ClientBase['query']>) => {
    const client = await this.connect()
    try {
      return await client.query(...asked)
    } finally {
      client.release()
    }
  }) as pg.Pool['query']
}

/** Postgres in this process, in a folder that no other process may open meanwhile, behind the driver of any Postgres. */
export async function openEmbedded(
  dataDir: string,
  log: Log,
): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
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
  const { assertHeld, release } = await lockData(join(dataDir, 'store.lock'))
  try {
    const pglite = await PGlite.create({
      fs: new SyncedNodeFS(join(dataDir, 'store'), assertHeld),
      extensions: { pg_trgm },
      startParams,
    })
    const config = createPgConfig(pglite)
    const { connection } = config
    const parse = connection.parse.bind(connection)
    // pg hands over its type parsers as `types`, where the protocol means a list of type ids.
    connection.parse = (query: { types?: unknown }) =>
      parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined })
    const pool = new KeepingPool({ ...(config as object), max: 1, idleTimeoutMillis: 0 })
    const close = async () => {
      // A query that failed a moment ago has not been heard to its end; the store must not close in the middle of it.
      await pool.query('select 1').catch(() => undefined)
      await pool.end()
      await pglite.close()
      await release()
    }
    return { pool, close }
  } catch (error) {
    await release()
    throw error
  }
}
