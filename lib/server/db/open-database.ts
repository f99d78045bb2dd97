import 'server-only'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { EnvError } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { openEmbedded } from './embedded'
import type { Listen } from './listening'
import { isReadOnly, migrate } from './migrate'
import { openFailure } from './open-failure'
import { listenToPostgres } from './postgres-listener'
import { openPostgres, statementTimeoutMs } from './postgres-pool'
import type * as schema from './schema'
import { storeOver } from './transaction'

/** The store, or a transaction in it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>

export type Database = {
  engine: 'pglite' | 'postgres'
  pool: pg.Pool
  db: Db
  /** @throws when the store does not answer within seconds, or takes no writes */
  ping: () => Promise<void>
  /** Hears what is announced on a channel; null where a pooler stands between, through which nothing is heard. */
  listen: Listen | null
  /** What the embedded store needs now and then; a Postgres server does it by itself. */
  maintain: () => Promise<void>
  close: () => Promise<void>
}

export type OpenOptions = {
  databaseUrl: string | null
  dataDir: string
  log: Log
  /** Connections to a Postgres server at most. */
  poolSize?: number
  /** How long a statement to a Postgres server may take; null for as long as it takes. */
  timeoutMs?: number | null
}

const defaultPoolSize = 10
const pingTimeoutMs = 3_000

async function connect(options: OpenOptions) {
  const { databaseUrl, dataDir, log, poolSize = defaultPoolSize, timeoutMs = statementTimeoutMs } = options
  if (databaseUrl === null) return { engine: 'pglite' as const, ...(await openEmbedded(dataDir, log)) }
  const { pooled, ...opened } = await openPostgres({ databaseUrl, size: poolSize, timeoutMs })
  if (pooled) {
    log.info('the store is behind a pooler, which limits how long a statement may take (its query_timeout)')
  }
  const listen = pooled ? null : listenToPostgres({ databaseUrl, pool: opened.pool, log })
  return { engine: 'postgres' as const, maintain: async () => {}, listen, ...opened }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** Fails by itself where the server neither answers nor refuses. */
async function ping(pool: pg.Pool): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Query read timeout')), pingTimeoutMs)
  })
  try {
    if (await Promise.race([isReadOnly(pool), late])) {
      throw Object.assign(new Error('the store is read-only'), { code: '25006' })
    }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Opens and migrates the store: the Postgres of `databaseUrl`, else the embedded one in `dataDir`.
 * @throws Error with one line for whoever starts the server, without any part of a password
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { databaseUrl, log } = options
  const opened = await connect(options).catch((error: unknown) => {
    throw databaseUrl === null ? error : openFailure(error, databaseUrl)
  })
  const { engine, pool, listen, maintain, close } = opened
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the store broke'))
  try {
    await withClient(pool, migrate)
  } catch (error) {
    await close().catch(() => undefined)
    throw error instanceof EnvError ? error : openFailure(error, databaseUrl)
  }
  return {
    engine,
    pool,
    db: storeOver(pool),
    ping: () => ping(pool),
    listen,
    maintain,
    close,
  }
}
