import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import type pg from 'pg'
import { EnvError } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { migrationsTable } from './migrate'
import { openDatabase } from './open-database'
import { decisionReason } from './review-schema'
import { inBatches, inOneMoment, quoted, rowHashes, listTables } from './table-rows'

// A row may hold a text of a megabyte.
const batch = 100

/** A new schema has rows of its own in these: they make room for those that are copied. */
const seeded: readonly string[] = [getTableName(decisionReason)]

export type Moved = { table: string; rows: number }

async function assertEmpty(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from ${quoted(table)} limit 1`)
    if (rows.length > 0) {
      throw new EnvError(
        `The store of DATABASE_URL is not empty: its table ${table} has rows. Nothing was copied. Name an empty database.`,
      )
    }
  }
}

async function copyTable(from: pg.ClientBase, to: pg.ClientBase, table: string): Promise<number> {
  const name = quoted(table)
  let copied = 0
  const query = `select row_to_json(t)::text as row from ${name} t`
  for await (const rows of inBatches<{ row: string }>(from, query, batch)) {
    const list = `[${rows.map(({ row }) => row).join(',')}]`
    await to.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [
      list,
    ])
    copied += rows.length
  }
  return copied
}

/** Lets numbers that are given one after the other go on where they were. */
async function moveSequences(from: pg.ClientBase, to: pg.ClientBase): Promise<void> {
  const { rows } = await from.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'S' and c.relname not like $1 order by 1`,
    [`${migrationsTable}%`],
  )
  for (const { name } of rows) {
    const { rows: at } = await from.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    )
    for (const { last, called } of at) {
      await to.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called])
    }
  }
}

/** @returns how many rows of a table are the same in both @throws Error where any differ */
async function compareTable(a: pg.ClientBase, b: pg.ClientBase, table: string): Promise<number> {
  const [ours, theirs] = [rowHashes(a, table), rowHashes(b, table)]
  let same = 0
  for (;;) {
    const [one, other] = [await ours.next(), await theirs.next()]
    const [left, right] = [one.done ? [] : one.value, other.done ? [] : other.value]
    const differs = left.length !== right.length || left.some((hash, at) => hash !== right[at])
    if (differs) throw new Error(`the copy of ${table} differs from what is stored. Nothing was kept of it.`)
    if (left.length === 0) return same
    same += left.length
  }
}

type Options = { dataDir: string; databaseUrl: string | null; log: Log; onMoved?: (moved: Moved) => void }

/**
 * Copies the embedded store of `dataDir`, which no server may have open, into the empty Postgres of `databaseUrl`: every
 * table in one transaction, compared row for row before it is kept. The embedded store stays as it is.
 * @param onMoved is onMoved of each table once its copy was compared
 * @throws EnvError when either is not usable; Error when the copy differs
 */
export async function moveStore({
  dataDir,
  databaseUrl,
  log,
  onMoved = () => {},
}: Options): Promise<Moved[]> {
  if (databaseUrl === null) {
    throw new EnvError('DATABASE_URL is missing: set it to the empty Postgres the store is to move to.')
  }
  if (!existsSync(join(dataDir, 'store'))) {
    throw new EnvError(`There is no embedded store in ${dataDir}. Set DATA_DIR to the folder that holds it.`)
  }
  const source = await openDatabase({ databaseUrl: null, dataDir, log })
  try {
    const target = await openDatabase({ databaseUrl, dataDir, log, timeoutMs: null })
    try {
      const [from, to] = [await source.pool.connect(), await target.pool.connect()]
      try {
        return await inOneMoment(to, 'read write', () =>
          inOneMoment(from, 'read only', async () => {
            const tables = await listTables(to)
            // Nobody else may write to it meanwhile, such as a server started too early.
            await to.query(`lock table ${tables.map(quoted).join(', ')} in exclusive mode`)
            await assertEmpty(
              to,
              tables.filter((table) => !seeded.includes(table)),
            )
            for (const table of seeded) await to.query(`delete from ${quoted(table)}`)
            for (const table of tables) await copyTable(from, to, table)
            await moveSequences(from, to)
            const moved: Moved[] = []
            for (const table of tables) {
              const one = { table, rows: await compareTable(from, to, table) }
              moved.push(one)
              onMoved(one)
            }
            return moved
          }),
        )
      } finally {
        from.release()
        to.release()
      }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}
