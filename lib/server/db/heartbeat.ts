import 'server-only'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const beatMs = 1_000
const program = join(process.cwd(), 'lib/server/db/heartbeat-thread.mjs')

export type Heartbeat = {
  /** When the last beat was, as `process.hrtime.bigint()` tells it; to be read from any thread. */
  beats: SharedArrayBuffer
  stop: () => Promise<void>
}

/**
 * Touches a lock file every second for as long as this process lives, however busy it is.
 * @param path of the file
 * @param lost runs when the file is another process's
 */
export async function startHeartbeat(path: string, lost: () => void): Promise<Heartbeat> {
  const beats = new SharedArrayBuffer(8)
  const worker = new Worker(program, { workerData: { path, beats, beatMs } })
  await once(worker, 'message')
  worker.on('message', lost)
  worker.unref()
  return {
    beats,
    async stop() {
      await worker.terminate()
    },
  }
}
