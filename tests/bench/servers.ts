import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

export type Running = {
  url: string
  pid: number
  /** Milliseconds from the start of its process until it said that it is ready. */
  readyAfter: number
  stop: () => Promise<void>
}

let started = 0
const maxStartMs = 60_000

/** Starts a server that says on which address it is ready. Its log goes to a file: reading along would cost time. */
export async function startServer(
  script: string,
  folder: string,
  settings: Record<string, string>,
): Promise<Running> {
  started += 1
  const path = `${folder}/server-${started}.txt`
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
  const exited = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(kill, 20_000)
    await exited
    clearTimeout(late)
    process.off('exit', kill)
    await rm(path, { force: true })
  }
  for (;;) {
    const url = /Shortlist is ready on (http:\S+)/.exec(await readFile(path, 'utf8'))?.[1]
    if (url) return { url, pid, readyAfter: performance.now() - startedAt, stop }
    if (performance.now() - startedAt > maxStartMs) {
      kill()
      throw new Error(`${script} was not ready within ${maxStartMs / 1000} s: ${readFileSync(path, 'utf8')}`)
    }
    if (child.exitCode !== null) throw new Error(`${script} ended: ${readFileSync(path, 'utf8')}`)
    await pause(5)
  }
}

/** Resident memory of a process, in bytes; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}
