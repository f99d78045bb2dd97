import 'server-only'
import type pg from 'pg'
import { migrationsTable } from './migrate'

/** The tables of a store, in an order in which each comes after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows: all } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> $1 order by c.relname collate "C"`,
    [migrationsTable],
  )
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `select f.relname as "from", t.relname as "to" from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.oid <> t.oid`,
  )
  const ordered: string[] = []
  const left = new Set(all.map(({ name }) => name))
  while (left.size > 0) {
    const free = [...left].filter((name) => !links.some(({ from, to }) => from === name && left.has(to)))
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    for (const name of free) {
      ordered.push(name)
      left.delete(name)
    }
  }
  return ordered
}

/** A table's or column's name in a statement. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

// Moments and numbers are then written the same by every server.
const plain = [`set local timezone to 'UTC'`, `set local extra_float_digits to 1`]

/** Runs in one transaction that sees one moment, and writes values as every store does. */
export async function inOneMoment<T>(
  client: pg.ClientBase,
  mode: 'read only' | 'read write',
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin isolation level repeatable read ${mode}`)
  try {
    for (const setting of plain) await client.query(setting)
    const value = await work()
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The answer of a query, some rows at a time. Inside a transaction, one at a time. */
export async function* inBatches<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  query: string,
  size: number,
): AsyncGenerator<Row[]> {
  await client.query(`declare batches no scroll cursor for ${query}`)
  try {
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${size} from batches`)
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await client.query('close batches').catch(() => undefined)
  }
}

/** SHA-256 of each row of a table, in their order, so that two stores are compared row for row wherever each keeps them. */
export async function* rowHashes(client: pg.ClientBase, table: string): AsyncGenerator<string[]> {
  const hash = `encode(sha256(convert_to(row_to_json(t)::text, 'UTF8')), 'hex')`
  const query = `select hash from (select ${hash} as hash from ${quoted(table)} t) h order by hash collate "C"`
  for await (const rows of inBatches<{ hash: string }>(client, query, 5_000)) {
    yield rows.map((row) => row.hash)
  }
}
