import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { run, stop } from './run.mjs'

const mark = 'node_modules/.installed'

/** Installs the packages of the lock file, unless node_modules already holds them for this Node. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Shortlist needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and run it again.`,
    )
  }
  const lock = await readFile('package-lock.json')
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex')
  const present = await readFile(mark, 'utf8').catch(() => null)
  if (present === wanted) return
  process.stdout.write('Installing packages …\n')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) stop('The packages could not be installed; npm says why above.')
  await writeFile(mark, wanted)
}
