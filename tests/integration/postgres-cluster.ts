import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const installed = '/usr/lib/postgresql'

/** The folder that holds a program of Postgres: on the path, else the newest that Debian installs. */
export function findPrograms(program = 'initdb'): string {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(installed, name, 'bin'))
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...newestFirst]
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, program)))
  if (!found) throw new Error(`The store tests need the Postgres programs, of which ${program} is missing.`)
  return found
}

export type Owner = { uid: number; gid: number }

/** Postgres and PgBouncer refuse to run as root: then another user of this machine runs them. */
export function ownerOfCluster(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error('Postgres cannot run as root, and there is neither a user postgres nor nobody.')
}

async function untilAnswering(url: string, running: () => boolean, said: () => string): Promise<void> {
  for (;;) {
    if (!running()) throw new Error(`Postgres did not start: ${said()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await pause(50)
    }
  }
}

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** To a process that may have ended by itself. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export type Cluster = {
  /** Of its database `postgres`; another one's is had by replacing the path. */
  url: string
  /** The folder of its socket. */
  folder: string
  /** Stops the server and all it runs without ending them, until the returned function is called. */
  freeze: () => () => void
  /** Ends the server and every connection to it; what it holds stays for `start`. */
  halt: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** A Postgres server of our own in a temporary folder, reached through a socket in it, gone without a trace after. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPrograms()
  const owner = ownerOfCluster()
  const folder = mkdtempSync(join(tmpdir(), 'shortlist-pg-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C', HOME: folder } }
  const initdb = join(programs, 'initdb')
  const version = Number(/ (\d+)/.exec(execFileSync(initdb, ['--version'], { encoding: 'utf8' }))?.[1])
  // Sorted as people sort by default, so that a query that forgot its collation differs from the embedded store's.
  const collation = version >= 15 ? ['--locale-provider=icu', '--icu-locale=en-US'] : []
  execFileSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      ...collation,
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '200',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  let halt = async () => {}
  let freeze: Cluster['freeze'] = () => () => {}
  const start = async () => {
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
    const running = () => server.exitCode === null && server.signalCode === null
    const kill = () => server.kill('SIGQUIT')
    process.once('exit', kill)
    freeze = () => {
      // The server first, so that it starts no other meanwhile.
      process.kill(server.pid!, 'SIGSTOP')
      const pids = [server.pid!, ...childrenOf(server.pid!)]
      for (const pid of pids) signal(pid, 'SIGSTOP')
      return () => {
        for (const pid of pids) signal(pid, 'SIGCONT')
      }
    }
    halt = async () => {
      process.off('exit', kill)
      if (!running()) return
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
    }
    await untilAnswering(url, running, () => said)
  }
  const stop = async () => {
    await halt()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, folder, freeze: () => freeze(), halt: () => halt(), start, stop }
}
