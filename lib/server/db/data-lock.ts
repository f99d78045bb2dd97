import 'server-only'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { link, mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Heartbeat, startHeartbeat } from './heartbeat'
import { isSameProcess, type ProcessId, processId } from './process-id'

const attempts = 100
const retryMs = 20
// Several beats of a lock's owner; and far longer than anybody needs to replace a lock.
const watchMs = 5_000
const claimMs = 2_000

type Owner = ProcessId & { token: string }

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

const readOwner = async (path: string): Promise<Owner | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner
  } catch {
    return null
  }
}

/** What changes with every beat, and with every other owner; null where there is no file. */
async function readState(path: string): Promise<string | null> {
  try {
    const { ino, mtimeMs } = await stat(path)
    return `${ino} ${mtimeMs}`
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Watches a file for a time rather than trust clocks. @returns whether it was changed or taken away meanwhile */
async function changes(path: string, ms: number): Promise<boolean> {
  const before = await readState(path)
  for (let waited = 0; waited < ms; waited += 100) {
    await pause(100)
    if ((await readState(path)) !== before) return true
  }
  return false
}

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

/** Whether a lock is held. Process ids mean something among those who share them: others are watched for beats. */
async function isHeld(path: string): Promise<boolean> {
  const owner = await readOwner(path)
  // Still there and not readable, it is nobody's; gone, it was given back.
  if (!owner) return false
  return (await isSameProcess(owner)) ?? ((await changes(path, watchMs)) && (await readState(path)) !== null)
}

// Of several who find a lock stale one at a time may replace it, and only as it was found: else the slower would take away
// what the quicker has just put there.
async function replaceStale(draft: string, path: string, found: string | null): Promise<boolean> {
  const claim = `${path}.claim`
  if (!(await put(draft, claim))) {
    if (!(await changes(claim, claimMs))) await unlink(claim).catch(() => undefined)
    return false
  }
  try {
    if (found === null || (await readState(path)) !== found) return false
    await rename(draft, path)
    return true
  } finally {
    await unlink(claim).catch(() => undefined)
  }
}

async function claimLock(draft: string, path: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await put(draft, path)) return
    const found = await readState(path)
    if (await isHeld(path)) {
      const owner = await readOwner(path)
      throw new Error(
        `the store in ${dirname(path)} is in use by process ${owner?.pid ?? 'unknown'}${owner?.host ? ` on ${owner.host}` : ''}. Stop that server, or set DATA_DIR to another folder, or DATABASE_URL for several servers on one store.`,
      )
    }
    if (await replaceStale(draft, path, found)) return
    await pause(retryMs)
  }
  throw new Error(`the store’s lock ${path} cannot be taken. Try again in a moment.`)
}

export type DataLock = {
  /** What `createLockGuard` needs to check the lock before every write. */
  held: { path: string; ino: number; beats: SharedArrayBuffer }
  /** Ends the process, which would write where another one may write by now. */
  stopAtOnce: () => never
  release: () => Promise<void>
}

/**
 * Takes the embedded store's folder for this process alone: two servers on one folder lose rows without a word. The owner
 * touches the lock every second, which whoever sees the file can watch, from another container too. A lock whose process
 * is gone is taken over, at once where that can be known, else after some seconds without a beat.
 * @param path the lock file, beside the folder
 * @throws Error when another process holds it
 */
export async function lockData(path: string): Promise<DataLock> {
  await mkdir(dirname(path), { recursive: true })
  const token = randomUUID()
  const draft = join(dirname(path), `.lock-${token}`)
  await writeFile(draft, JSON.stringify({ ...(await processId()), token } satisfies Owner))
  try {
    await claimLock(draft, path)
  } finally {
    await unlink(draft).catch(() => undefined)
  }
  const { ino } = statSync(path)
  const stopAtOnce = (): never => {
    process.stderr.write(`Shortlist stops at once: ${path} is another server's by now.\n`)
    process.exit(1)
  }
  let heartbeat: Heartbeat | null = null
  const release = async () => {
    await heartbeat?.stop()
    if ((await readOwner(path))?.token === token) await unlink(path)
  }
  try {
    heartbeat = await startHeartbeat(path, stopAtOnce)
  } catch (error) {
    await release()
    throw error
  }
  return { held: { path, ino, beats: heartbeat.beats }, stopAtOnce, release }
}
