import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findPrograms, ownerOfCluster } from './postgres-cluster'

const debian = '/usr/sbin'

const pathOf = () => {
  try {
    return join(findPrograms('pgbouncer'), 'pgbouncer')
  } catch {
    return join(debian, 'pgbouncer')
  }
}

async function untilAnswering(url: string, running: () => boolean, output: () => string): Promise<void> {
  for (;;) {
    if (!running()) throw new Error(`PgBouncer did not start: ${output()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch {
      await pause(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

/**
 * PgBouncer in transaction mode in front of a Postgres: its clients share fewer connections than there are of them.
 * @param databaseUrl an address on a socket of this machine, as the test cluster has it
 * @param connections to the server, at most
 * @param hidden takes a connection's settings as if it were the server, and drops them
 */
export async function startPooler(
  databaseUrl: string,
  connections: number,
  hidden = false,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new URL(databaseUrl)
  const owner = ownerOfCluster()
  const folder = mkdtempSync(join(tmpdir(), 'shortlist-pooler-'))
  const config = join(folder, 'pgbouncer.ini')
  writeFileSync(
    config,
    `[databases]
* = host=${server.searchParams.get('host')} user=postgres
[pgbouncer]
listen_addr =
listen_port = 6432
unix_socket_dir = ${folder}
auth_type = any
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 200
server_check_query =
${hidden ? 'ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout' : ''}
logfile = ${join(folder, 'log')}
`,
  )
  if (owner) for (const path of [folder, config]) chownSync(path, owner.uid, owner.gid)
  const child = spawn(pathOf(), [config], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2_000)))
  const running = () => child.exitCode === null && child.signalCode === null
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    if (running()) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const url = new URL(server)
  url.searchParams.set('host', folder)
  url.searchParams.set('port', '6432')
  try {
    await untilAnswering(url.href, running, () => output)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: url.href, stop }
}
