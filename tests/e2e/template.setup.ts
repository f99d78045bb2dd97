import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, templateVariable } from './server'

/** Once a run: an empty store, to be copied. Making one takes a start longer than all else in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const path = await mkdtemp(join(tmpdir(), 'shortlist-e2e-template-'))
  const remove = () => rm(path, { recursive: true, force: true })
  const server = startServer({ DATA_DIR: path })
  try {
    await server.ready
    server.terminate()
    await server.exited
  } catch (error) {
    await remove()
    throw error
  }
  process.env[templateVariable] = path
  return remove
}
