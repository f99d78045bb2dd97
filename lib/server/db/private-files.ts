import 'server-only'
import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve, sep } from 'node:path'

const forOthers = 0o077
const sticky = 0o1000

// What Shortlist puts into DATA_DIR itself; whatever else is there is not its to change.
const isOurs = (name: string) => name === 'store' || name === 'auth-secret' || name.startsWith('store.')

/** Takes the rights of other users away from a file, or from a folder and all in it. @returns how many had any */
async function tighten(path: string): Promise<number> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    // Of a server that is running here, which has the folder to itself, files come and go.
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found || found.isSymbolicLink()) return 0
  const isOpen = (found.mode & forOthers) !== 0
  if (isOpen) await chmod(path, found.mode & 0o700)
  const inside = found.isDirectory() ? await readdir(path) : []
  let opened = isOpen ? 1 : 0
  for (const name of inside) opened += await tighten(join(path, name))
  return opened
}

// A folder for many programs stays as it is: /tmp, somebody's home, or one with the program itself in it.
function isShared(dataDir: string, mode: number): boolean {
  const path = resolve(dataDir)
  const holds = (place: string) => place === path || place.startsWith(path.endsWith(sep) ? path : path + sep)
  return (mode & sticky) !== 0 || holds(homedir()) || holds(process.cwd())
}

async function tightenFolder(dataDir: string): Promise<number> {
  const { mode } = await stat(dataDir)
  if ((mode & forOthers) === 0 || isShared(dataDir, mode)) return 0
  try {
    await chmod(dataDir, mode & 0o700)
    return 1
  } catch (error) {
    // A mounted volume may belong to another user; what is stored in it is closed all the same.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return 0
    throw error
  }
}

/**
 * Makes DATA_DIR, and takes the rights of other users of the machine away from it and from what is stored in it.
 * @returns how many folders and files had been open to others
 * @throws the file system's error when the folder cannot be made, or what is stored in it cannot be closed
 */
export async function makePrivate(dataDir: string): Promise<number> {
  await mkdir(join(dataDir, 'store'), { recursive: true, mode: 0o700 })
  let opened = await tightenFolder(dataDir)
  for (const name of (await readdir(dataDir)).filter(isOurs)) opened += await tighten(join(dataDir, name))
  return opened
}
