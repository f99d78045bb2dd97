import 'server-only'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const beatMs = 1_000
// Well before others, who watch for five seconds, could take the lock for nobody's.
const freshNs = 2_500_000_000n
const program = join(process.cwd(), 'lib/server/db/heartbeat-thread.mjs')

export type Heartbeat = {
  /** Whether the last beat was a moment ago. */
  isFresh: () => boolean
  stop: () => Promise<void>
}

/**
 * Touches a lock file every second for as long as this process lives, however busy it is.
 * @param path of the file
 * @param lost runs when the file is another process's
 */
export async function startHeartbeat(path: string, lost: () => void): Promise<Heartbeat> {
  const beats = new SharedArrayBuffer(8)
  const last = new BigInt64Array(beats)
  const worker = new Worker(program, { workerData: { path, beats, beatMs } })
  await once(worker, 'message')
  worker.on('message', lost)
  worker.unref()
  return {
    isFresh: () => process.hrtime.bigint() - Atomics.load(last, 0) < freshNs,
    async stop() {
      await worker.terminate()
    },
  }
}
