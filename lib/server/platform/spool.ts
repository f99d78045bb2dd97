import 'server-only'
import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open as openFile, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** An answer cannot be kept on this server's disk. */
export class SpoolUnavailable extends Error {
  override name = 'SpoolUnavailable'
}

/** Room for one answer, taken on disk before it is paid for. */
export type SpoolSlot = {
  /** Writes the answer to the disk; on return it outlives a crash. */
  keep: (text: string) => Promise<void>
  /** Sets an answer aside that cannot be taken in: for whoever runs the server. */
  setAside: (text: string) => Promise<void>
  /** The answer is in the store, or there is none. */
  drop: () => Promise<void>
}

/** Answers that are paid for and not yet in the store, a file each in a folder of this server. */
export type Spool = {
  /** @throws SpoolUnavailable when the disk or the spool is full, or the folder cannot be written */
  reserve: (id: string, bytes: number) => Promise<SpoolSlot>
  /** Ids of the answers that are kept and that no call of this process is at work on. */
  list: () => Promise<string[]>
  /** The answer's text; null when it is gone. */
  read: (id: string) => Promise<string | null>
  remove: (id: string) => Promise<void>
  setAside: (id: string, text: string) => Promise<void>
  /** Whether the answer to a usual call could be kept now; looked at every few seconds at most. */
  canStore: () => Promise<boolean>
}

const suffix = '.json'
const asideSuffix = '.answer'
const defaultMaxBytes = 256 * 1024 * 1024
// Room for a page of fifty with long careers.
const defaultBytes = 512 * 1024
const checkEveryMs = 5_000

async function write(file: FileHandle, content: Buffer): Promise<void> {
  await file.write(content, 0, content.length, 0)
  await file.truncate(content.length)
  await file.sync()
}

type OpenFile = (path: string, flags: string, mode?: number) => Promise<FileHandle>

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Opens the spool.
 * @param folder made when it is not there, open to its owner alone
 * @param maxBytes what all its files together may take
 * @param open how its files are opened
 */
export function openSpool(folder: string, maxBytes = defaultMaxBytes, open: OpenFile = openFile): Spool {
  const active = new Set<string>()
  // Unmarked, the bundler takes every file of the project for one that could be meant.
  const toPath = (id: string, ending = suffix) => join(/* turbopackIgnore: true */ folder, `${id}${ending}`)
  const names = async (ending: string) => {
    const all = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    return all.filter((name) => name.endsWith(ending))
  }
  const size = async () => {
    const files = await names('')
    const sizes = await Promise.all(
      files.map((name) =>
        stat(join(folder, name)).then(
          (file) => file.size,
          () => 0,
        ),
      ),
    )
    return sizes.reduce((sum, bytes) => sum + bytes, 0)
  }
  const remove = (id: string) => rm(toPath(id), { force: true })
  const setAside = async (id: string, text: string) => {
    const content = Buffer.from(text)
    if ((await size()) + content.length > maxBytes) throw new SpoolUnavailable('the spool is full')
    const file = await open(toPath(id, asideSuffix), 'w', 0o600)
    await write(file, content).finally(() => file.close())
  }

  async function reserve(id: string, bytes: number): Promise<SpoolSlot> {
    active.add(id)
    let file: FileHandle | null = null
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      if ((await size()) + bytes > maxBytes) throw new SpoolUnavailable('the spool is full')
      file = await open(toPath(id), 'wx', 0o600)
      // Written, not only sized: the disk has the room from now on.
      await file.write(Buffer.alloc(bytes))
      await file.sync()
      await syncFolder(folder)
    } catch (cause) {
      await file?.close().catch(() => undefined)
      await remove(id).catch(() => undefined)
      active.delete(id)
      throw cause instanceof SpoolUnavailable ? cause : new SpoolUnavailable('not writable', { cause })
    }
    const slot = file
    const close = async () => {
      active.delete(id)
      await slot.close().catch(() => undefined)
    }
    return {
      async keep(text) {
        await write(slot, Buffer.from(text))
        await close()
      },
      setAside: (text) => setAside(id, text),
      async drop() {
        await close()
        await remove(id)
      },
    }
  }

  let checked: { at: number; room: Promise<boolean> } | null = null
  async function probeRoom(): Promise<boolean> {
    try {
      await (await reserve(`check-${randomUUID()}`, defaultBytes)).drop()
      return true
    } catch {
      return false
    }
  }

  return {
    reserve,
    canStore() {
      if (checked === null || performance.now() - checked.at > checkEveryMs) {
        checked = { at: performance.now(), room: probeRoom() }
      }
      return checked.room
    },
    async list() {
      const files = await names(suffix)
      return files.map((name) => name.slice(0, -suffix.length)).filter((id) => !active.has(id))
    },
    read: (id) =>
      readFile(toPath(id), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
    remove,
    setAside,
  }
}
