import 'server-only'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** A process as a lock names it. */
export type ProcessId = {
  pid: number
  /** When it started, in the kernel's ticks: a pid alone is used again by another process. */
  started: string | null
  boot: string | null
  /** The namespace its pid is counted in: a container has its own. Locks of earlier versions do not say. */
  space?: string | null
  host?: string
}

async function readStartTime(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The name, in brackets, may hold spaces: what counts is after it.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

const bootId = () =>
  readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    .then((text) => text.trim())
    .catch(() => null)

/** This process. Null is what cannot be told, as where there is no /proc. */
export const processId = async (): Promise<ProcessId> => ({
  pid: process.pid,
  started: await readStartTime(process.pid),
  boot: await bootId(),
  space: await readlink('/proc/self/ns/pid').catch(() => null),
  host: hostname(),
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a process that a lock names still runs; null when its pid means nothing here, as from another container. */
export async function isSameProcess(named: ProcessId): Promise<boolean | null> {
  const here = await processId()
  const runs =
    isRunning(named.pid) && (named.started === null || named.started === (await readStartTime(named.pid)))
  if (named.boot === null || named.boot !== here.boot) return null
  // What an earlier version locked does not say where: its pid is believed where it fits.
  if (named.space === undefined) return runs ? true : null
  return named.space !== null && named.space === here.space ? runs : null
}
