import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import { isStoreFailure } from '@/lib/server/platform/store-failure'
import { type Cluster, startCluster } from './postgres-cluster'
import { quietLog } from './test-log'

// A server of this file's own: it is stopped, and its ways of signing in and its certificate are changed.
let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster?.stop())

async function asAdmin<T extends pg.QueryResultRow>(statement: string, database = 'postgres'): Promise<T[]> {
  const client = new pg.Client({ connectionString: addressOf({ database }) })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

type Address = { database: string; role?: string; password?: string }
function addressOf({ database, role = 'postgres', password = '' }: Address): string {
  const url = new URL(cluster.url)
  url.pathname = `/${database}`
  url.username = role
  url.password = password
  return url.href
}

/** A database, and an account that is no administrator. */
async function newDatabase() {
  const name = `s_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`create database ${name}`)
  await asAdmin(`create role ${name} login password 'first-password'`)
  const url = addressOf({ database: name, role: name, password: 'first-password' })
  return { name, url, inside: (statement: string) => asAdmin(statement, name) }
}

const opening = (databaseUrl: string) =>
  openDatabase({ databaseUrl, dataDir: '', log: quietLog, timeoutMs: 2_000 })
async function open(databaseUrl: string) {
  const database = await opening(databaseUrl)
  onTestFinished(() => database.close().catch(() => undefined))
  return database
}

test('an account that may make no schema starts where an administrator made the extension', async () => {
  const { name, url, inside } = await newDatabase()
  await asAdmin(`revoke create on database ${name} from public`)
  await inside('create extension pg_trgm')
  await inside(`grant create on schema public to ${name}`)
  const first = await open(url)
  expect((await first.pool.query('select count(*)::int as jobs from job')).rows).toEqual([{ jobs: 0 }])
  await first.close()
  // Nothing is missing any more, so no right to make anything is needed.
  await inside(`revoke create on schema public from ${name}`)
  await (await open(url)).ping()
})

test('a store whose migrations an earlier version listed in a schema of their own opens as before', async () => {
  const { name, url, inside } = await newDatabase()
  await inside(`grant create on schema public to ${name}`)
  await inside('create extension pg_trgm')
  await (await opening(url)).close()
  await inside('create schema drizzle')
  await inside('alter table public.__drizzle_migrations set schema drizzle')
  await inside(`grant usage on schema drizzle to ${name}`)
  const before = await inside('select * from drizzle.__drizzle_migrations order by id')
  expect(before.length).toBeGreaterThan(0)
  await open(url)
  expect(await inside('select * from drizzle.__drizzle_migrations order by id')).toEqual(before)
  expect(await inside(`select to_regclass('public.__drizzle_migrations') as own`)).toEqual([{ own: null }])
})

test('a store that a newer version brought up to date refuses the start with what to do', async () => {
  const { name, inside } = await newDatabase()
  const url = addressOf({ database: name })
  await (await opening(url)).close()
  await inside(`insert into __drizzle_migrations (hash, created_at) values ('later', 32503680000000)`)
  await expect(opening(url)).rejects.toThrow(
    /^The store was brought up to date by a newer version of Shortlist, .* restore a backup/,
  )
})

test('a read-only server refuses the start; one that becomes so is a store that is away', async () => {
  const { name } = await newDatabase()
  const url = addressOf({ database: name })
  const database = await open(url)
  await database.ping()
  await asAdmin(`alter database ${name} set default_transaction_read_only = on`)
  await asAdmin(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`)
  const write: unknown = await database.pool
    .query(`insert into spend_day (day) values ('2026-04-02')`)
    .catch((error: unknown) => error)
  expect(isStoreFailure(write), String(write)).toBe(true)
  const ping: unknown = await database.ping().catch((error: unknown) => error)
  expect(isStoreFailure(ping), String(ping)).toBe(true)
  await expect(opening(url)).rejects.toThrow(
    /^The Postgres of DATABASE_URL is read-only, .* primary server\.$/,
  )
})

test('a frozen server is told within seconds, and the store is back once it thaws', async () => {
  const { name } = await newDatabase()
  const database = await open(addressOf({ database: name }))
  await database.ping()
  const thaw = cluster.freeze()
  onTestFinished(thaw)
  const startedAt = performance.now()
  const waiting = database.pool.query('select 1').catch((error: unknown) => error)
  const ping: unknown = await database.ping().catch((error: unknown) => error)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  const query: unknown = await waiting
  expect(isStoreFailure(ping), String(ping)).toBe(true)
  expect(isStoreFailure(query), String(query)).toBe(true)
  thaw()
  await database.ping()
})

test('a changed password is a store that is away, and a start says so without repeating it', async () => {
  const { name } = await newDatabase()
  await asAdmin(`alter database ${name} owner to ${name}`)
  const hba = join(cluster.folder, 'data', 'pg_hba.conf')
  writeFileSync(hba, `local ${name} ${name} scram-sha-256\n${readFileSync(hba, 'utf8')}`)
  await asAdmin('select pg_reload_conf()')
  const url = addressOf({ database: name, role: name, password: 'first-password' })
  const database = await open(url)
  await asAdmin(`alter role ${name} password 'second-password'`)
  await asAdmin(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`)
  const query = () => database.pool.query('select 1').catch((error: unknown) => error)
  // The first query may still meet the connection that was ended.
  await query()
  const refused = await query()
  expect(refused).toHaveProperty('code', '28P01')
  expect(isStoreFailure(refused)).toBe(true)
  const failure: unknown = await opening(url).catch((error: unknown) => error)
  expect(String(failure)).toMatch(/refused the user or the password\. Check both;/)
  expect(String(failure)).not.toContain('first-password')
})

/** A server that speaks TLS with a certificate that it signed itself, and goes no further. */
async function selfSigned(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shortlist-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const files = ['-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...names, ...files], {
    stdio: 'ignore',
  })
  const options = { isServer: true, key: readFileSync(key), cert: readFileSync(cert) }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    // The first message of a client that wants TLS asks for it; S says yes.
    socket.once('data', () => {
      socket.write('S')
      new TLSSocket(socket, options).on('error', () => undefined)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `localhost:${(server.address() as AddressInfo).port}`
}

test('a server with a certificate of its own is refused with both ways out', async () => {
  const failure: unknown = await opening(
    `postgres://someone:secret-word@${await selfSigned()}/x?sslmode=require`,
  ).catch((error: unknown) => error)
  expect(String(failure)).toMatch(/certificate that this machine does not trust \(self-signed certificate\)/)
  expect(String(failure)).toMatch(/sslmode=verify-full&sslrootcert=.*sslmode=no-verify/)
  expect(String(failure)).not.toContain('secret-word')
})
