import 'server-only'
import { join } from 'node:path'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Log } from '@/lib/server/log'
import { openEmbedded } from './embedded'
import * as schema from './schema'

/** The store, or a transaction in it. */
export type Db = PgDatabase<NodePgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>

export type Database = {
  engine: 'pglite' | 'postgres'
  pool: pg.Pool
  db: Db
  /** @throws when the store does not answer */
  ping: () => Promise<void>
  /** What the embedded store needs now and then; a Postgres server does it by itself. */
  maintain: () => Promise<void>
  close: () => Promise<void>
}

const migrationsFolder = join(process.cwd(), 'lib/server/db/migrations')
// Any number, the same for every instance: who holds it migrates, the others wait.
const migrationLock = 7_402_118

/** Brings the schema up to date; safe when several instances start at once. */
async function migrateOnce(pool: pg.Pool, exclusive: boolean): Promise<void> {
  const client = await pool.connect()
  try {
    if (exclusive) await client.query('select pg_advisory_lock($1)', [migrationLock])
    try {
      await migrate(drizzle(client), { migrationsFolder })
    } finally {
      if (exclusive) await client.query('select pg_advisory_unlock($1)', [migrationLock])
    }
  } finally {
    client.release()
  }
}

async function connect(databaseUrl: string | null, dataDir: string) {
  if (databaseUrl === null) return { engine: 'pglite' as const, ...(await openEmbedded(dataDir)) }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000 })
  return { engine: 'postgres' as const, pool, close: () => pool.end() }
}

/**
 * Opens and migrates the store: the Postgres of `databaseUrl`, else the embedded one in `dataDir`.
 * @throws Error with one line for whoever starts the server
 */
export async function openDatabase(options: {
  databaseUrl: string | null
  dataDir: string
  log: Log
}): Promise<Database> {
  const { databaseUrl, dataDir, log } = options
  const { engine, pool, close } = await connect(databaseUrl, dataDir)
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the store broke'))
  try {
    await migrateOnce(pool, engine === 'postgres')
  } catch (error) {
    await close().catch(() => undefined)
    const reason =
      error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : String(error)
    throw new Error(`the store cannot be opened (${reason.split('\n', 1)[0]}).`, { cause: error })
  }
  return {
    engine,
    pool,
    db: drizzle(pool, { schema }),
    async ping() {
      await pool.query('select 1')
    },
    async maintain() {
      if (engine !== 'pglite') return
      await pool.query('vacuum analyze')
      await pool.query('checkpoint')
    },
    close,
  }
}
