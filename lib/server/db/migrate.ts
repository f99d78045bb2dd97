import 'server-only'
import { join } from 'node:path'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'
import { EnvError } from '@/lib/server/platform/env'

const migrationsFolder = join(process.cwd(), 'lib/server/db/migrations')
// Any number, the same for every instance: whoever holds it migrates, the others wait.
const migrationLock = 7_402_118

/** The table that lists what was applied. Part of no copy of a store: a new store makes its own. */
export const migrationsTable = '__drizzle_migrations'
// Where earlier versions kept it; making a schema takes a right that an account need not have.
const earlierSchema = 'drizzle'

const located = (schema: string) => `"${schema}"."${migrationsTable}"`

async function findTable(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ schema: string }>(
    `select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relname = $1 and n.nspname in ('public', $2) order by n.nspname = $2 desc limit 1`,
    [migrationsTable, earlierSchema],
  )
  return rows[0] ? located(rows[0].schema) : null
}

/** When the newest migration of a store was written, in milliseconds; null for an empty store. */
async function newestApplied(client: pg.ClientBase, table: string | null): Promise<number | null> {
  if (table === null) return null
  const { rows } = await client.query<{ at: string | null }>(`select max(created_at) as at from ${table}`)
  const at = rows[0]?.at ?? null
  return at === null ? null : Number(at)
}

function pending(migrations: readonly MigrationMeta[], applied: number | null): readonly MigrationMeta[] {
  const newest = Math.max(...migrations.map(({ folderMillis }) => folderMillis))
  if (applied !== null && applied > newest) {
    throw new EnvError(
      'The store was brought up to date by a newer version of Shortlist, which this one cannot read. Start that version or a later one, or restore a backup made before the update.',
    )
  }
  return migrations.filter(({ folderMillis }) => applied === null || folderMillis > applied)
}

async function assertWritable(client: pg.ClientBase): Promise<void> {
  if (await isReadOnly(client)) {
    throw new EnvError(
      'The Postgres of DATABASE_URL is read-only, a standby perhaps. Set DATABASE_URL to the primary server.',
    )
  }
}

/** Whether a server takes no writes: a standby, or one that was set so. */
export async function isReadOnly(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ value: string }>(
    `select current_setting('transaction_read_only') as value`,
  )
  return rows[0]?.value === 'on'
}

async function apply(client: pg.ClientBase, migrations: readonly MigrationMeta[]): Promise<void> {
  // Ends with the transaction, as behind a pooler the next one may be on another connection of the server.
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  let table = await findTable(client)
  const left = pending(migrations, await newestApplied(client, table))
  if (table === null) {
    table = located('public')
    await client.query(`create table ${table} (id serial primary key, hash text not null, created_at bigint)`)
  }
  for (const { sql, hash, folderMillis } of left) {
    for (const statement of sql) await client.query(statement)
    await client.query(`insert into ${table} (hash, created_at) values ($1, $2)`, [hash, folderMillis])
  }
}

/**
 * Brings the schema up to date in one transaction; safe when several instances start at once. A store that is up to date
 * is only read, so that an account needs no right to make anything.
 * @throws EnvError when the store takes no writes, or is newer than this code
 */
export async function migrate(client: pg.ClientBase): Promise<void> {
  await assertWritable(client)
  const migrations = readMigrationFiles({ migrationsFolder })
  if (pending(migrations, await newestApplied(client, await findTable(client))).length === 0) return
  await client.query('begin')
  try {
    await apply(client, migrations)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
