import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

export type Running = {
  url: string
  pid: number
  /** Milliseconds from the start of its process until it said that it is ready. */
  readyAfter: number
  /** Rejects when the server ends without having been stopped. */
  crash: Promise<never>
  stop: () => Promise<void>
}

type Started = { script: string; path: string; child: ChildProcess; stopped: boolean; tail: string | null }

const started: Started[] = []
const maxStartMs = 60_000
const maxStopMs = 20_000
const tailLines = 40
const maxLineLength = 400

const tailOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-tailLines)
    .map((line) => `    ${line.slice(0, maxLineLength)}`)
    .join('\n')

const howEnded = ({ child, stopped }: Started) => {
  // One that dies can be stopped before the news of its death is here; how it ended tells the two apart.
  if (stopped && child.exitCode === 0) return 'stopped by the bench'
  if (child.exitCode !== null) return `ended with code ${child.exitCode}`
  return child.signalCode === null ? 'still running' : `ended with ${child.signalCode}`
}

/** What the servers that were started last wrote in the end, and how each ended: for a run that failed. */
export function serverLogs(): string {
  return started
    .slice(-2)
    .map((server) => {
      const { script, path, tail } = server
      const text = tail ?? (existsSync(path) ? tailOf(readFileSync(path, 'utf8')) : '')
      return `${script} (${howEnded(server)}):\n${text}`
    })
    .join('\n')
}

/** Waits for work that needs these servers; fails at once when one of them crashes. */
export const whileRunning = <T>(servers: readonly Running[], work: Promise<T>): Promise<T> =>
  Promise.race([work, ...servers.map(({ crash }) => crash)])

async function untilReady({ script, path, child }: Started, startedAt: number): Promise<string> {
  for (;;) {
    const url = /Shortlist is ready on (http:\S+)/.exec(await readFile(path, 'utf8'))?.[1]
    if (url) return url
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${script} ended before it was ready`)
    if (performance.now() - startedAt > maxStartMs) {
      child.kill('SIGKILL')
      throw new Error(`${script} was not ready within ${maxStartMs / 1000} s`)
    }
    await pause(5)
  }
}

/** Starts a server that says on which address it is ready. Its log goes to a file: reading along would cost time. */
export async function startServer(
  script: string,
  folder: string,
  settings: Record<string, string>,
): Promise<Running> {
  const path = `${folder}/server-${started.length + 1}.txt`
  const out = openSync(path, 'w')
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: '0',
    ...settings,
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', out, out] })
  closeSync(out)
  const { pid } = child
  if (pid === undefined) throw new Error(`${script} could not be started`)
  const server: Started = { script, path, child, stopped: false, tail: null }
  started.push(server)
  const exited = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const crash = exited.then((): never => {
    throw new Error(`${script} ended while it was needed`)
  })
  // Whoever waits hears of it; nobody does while a server is being stopped.
  crash.catch(() => undefined)
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    server.stopped = child.exitCode === null && child.signalCode === null
    child.kill('SIGTERM')
    const late = setTimeout(kill, maxStopMs)
    await exited
    clearTimeout(late)
    process.off('exit', kill)
    server.tail = tailOf(await readFile(path, 'utf8'))
    await rm(path, { force: true })
  }
  const url = await untilReady(server, startedAt)
  return { url, pid, readyAfter: performance.now() - startedAt, crash, stop }
}

/** Resident memory of a process, in bytes; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

/** Processor time that a process has taken so far, its threads together, in milliseconds; null where the system does not tell. */
export async function processorTimeOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // After the name, which may hold anything: its state, then the times in hundredths of a second.
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12)
  return user === undefined || system === undefined ? null : (Number(user) + Number(system)) * 10
}
