import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { migrationsTable } from '@/lib/server/db/migrate'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { quietLog } from './test-log'

const engines = ['pglite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** Where a store is; what `openDatabase` and a server's environment need to know of it. */
export type StorePlace = { databaseUrl: string | null; dataDir: string; remove: () => Promise<void> }

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An empty database of its own on the run's Postgres server, not migrated. */
async function newPostgres(): Promise<StorePlace> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const remove = () => onServer(`drop database ${name} with (force)`)
  return { databaseUrl: url.href, dataDir: tmpdir(), remove }
}

/** An empty folder for an embedded store. @param copied with an empty, migrated store in it, which opens sooner */
export async function newFolder(copied = true): Promise<StorePlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-test-'))
  if (copied) await cp(inject('embeddedTemplate'), dataDir, { recursive: true })
  return { databaseUrl: null, dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

export const newStore = (engine: Engine): Promise<StorePlace> =>
  engine === 'pglite' ? newFolder() : newPostgres()

/**
 * Takes everything out of a store. Rows are deleted: to truncate a table costs as much as thousands of them, so only one
 * that has grown is. What refers to what need not be looked at, as nothing stays.
 */
export async function emptyStore({ pool }: Database): Promise<void> {
  await pool.query(`
    do $$
    declare
      found regclass;
    begin
      set local session_replication_role = replica;
      for found in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname <> '${migrationsTable}' loop
        if pg_relation_size(found) > 1000000 then
          execute format('truncate %s cascade', found);
        else
          execute format('delete from %s', found);
        end if;
      end loop;
    end $$`)
}

type Held = { readonly database: Database; readonly place: StorePlace }

/**
 * The same tests on both engines, each over one store that is emptied before every test.
 * @param keep leaves what is in it between tests
 */
export function onEachEngine(
  title: string,
  tests: (store: Held, engine: Engine) => void,
  { keep = false, on = engines }: { keep?: boolean; on?: readonly Engine[] } = {},
): void {
  describe.each(on)(`${title} (%s)`, (engine) => {
    const store = {} as { -readonly [K in keyof Held]: Held[K] }
    beforeAll(async () => {
      store.place = await newStore(engine)
      // What a test fills at once takes longer than a reader would be made to wait.
      store.database = await openDatabase({ ...store.place, log: quietLog, timeoutMs: null })
    })
    afterAll(async () => {
      await store.database?.close()
      await store.place?.remove()
    })
    beforeEach(async () => {
      if (!keep) await emptyStore(store.database)
    })
    tests(store, engine)
  })
}

/** Tests of what stands above the store's calls, which are tested on both engines elsewhere. */
export const onPostgres = (title: string, tests: (store: Held) => void): void =>
  onEachEngine(title, tests, { on: ['postgres'] })
