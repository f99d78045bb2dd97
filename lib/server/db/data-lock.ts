import 'server-only'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const attempts = 100
const retryMs = 20

type Owner = { pid: number; started: string | null; boot: string | null }

/** When a process started, in the kernel's ticks; null where there is no /proc, or no such process. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The name, in brackets, may hold spaces: what counts is after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

const bootId = () =>
  readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    .then((text) => text.trim())
    .catch(() => null)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A pid alone is used again by another process; its start time and the boot it belongs to tell them apart.
async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.boot !== null && owner.boot !== (await bootId())) return false
  if (!isRunning(owner.pid)) return false
  return owner.started === null || owner.started === (await startOf(owner.pid))
}

const readOwner = async (path: string): Promise<Owner | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner
  } catch {
    return null
  }
}

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

/** A link either appears whole or is refused: no one ever reads half a lock. @returns false when there is one already */
async function put(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

// Of several who find a lock stale one at a time may replace it, and looks again first: else the slower would take away
// what the quicker has just put there.
async function replaceStale(draft: string, path: string): Promise<boolean> {
  const claim = `${path}.claim`
  if (!(await put(draft, claim))) {
    const claimant = await readOwner(claim)
    if (claimant && !(await isAlive(claimant))) await unlink(claim).catch(() => undefined)
    await pause(retryMs)
    return false
  }
  try {
    const owner = await readOwner(path)
    // Still there and not readable, it is nobody's; gone, it was given back, and is free to all.
    if (owner ? await isAlive(owner) : !existsSync(path)) return false
    await rename(draft, path)
    return true
  } finally {
    await unlink(claim)
  }
}

/**
 * Takes the embedded store's folder for this process alone: two servers on one folder lose rows without a word. A lock
 * whose process is gone is taken over.
 * @param path the lock file, beside the folder
 * @returns gives the lock back
 * @throws Error when another process holds it
 */
export async function lockData(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true })
  const me: Owner = { pid: process.pid, started: await startOf(process.pid), boot: await bootId() }
  const release = async () => {
    const owner = await readOwner(path)
    if (owner?.pid === me.pid && owner.started === me.started) await unlink(path)
  }
  const draft = `${path}.${process.pid}`
  await writeFile(draft, JSON.stringify(me))
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await put(draft, path)) return release
      const owner = await readOwner(path)
      if (owner && (await isAlive(owner))) {
        throw new Error(
          `the store in ${dirname(path)} is in use by process ${owner.pid}. Stop that server, or set DATA_DIR to another folder, or DATABASE_URL for several servers on one store.`,
        )
      }
      if (await replaceStale(draft, path)) return release
    }
    throw new Error(`the store’s lock ${path} cannot be taken. Try again in a moment.`)
  } finally {
    await unlink(draft).catch(() => undefined)
  }
}
