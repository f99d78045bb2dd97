import 'server-only'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DataLock } from './data-lock'

const program = join(process.cwd(), 'lib/server/db/embedded-thread.mjs')
const lostLockCode = 70

// Threads share what one of them has compiled.
let compiled: unknown

/** The engine of the embedded store, in a thread of its own. */
export type EngineThread = {
  /**
   * One request at a time.
   * @param request messages of the Postgres protocol
   * @throws when the thread has ended
   */
  ask: (request: Uint8Array) => Promise<Uint8Array>
  /** Whether it takes requests. */
  isOpen: () => boolean
  /** Closes the store. */
  close: () => Promise<void>
}

type Waiting = { resolve: (answer: Uint8Array) => void; reject: (error: Error) => void }

/**
 * Opens Postgres in a thread, which ends this process rather than write to a store that is another one's.
 * @param warn hears of clean-up that failed
 * @throws what keeps the store from opening
 */
export async function startEngine(
  folder: string,
  { held, stopAtOnce }: DataLock,
  warn: (error: Error) => void,
): Promise<EngineThread> {
  const worker = new Worker(program, { workerData: { folder, lock: held, lostLockCode, compiled } })
  let waiting: Waiting | null = null
  let ended: Error | null = null
  const end = (cause: unknown) => {
    ended ??= new Error('Connection terminated: the embedded store has stopped', { cause })
    waiting?.reject(ended)
    waiting = null
  }
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      if (code === lostLockCode) stopAtOnce()
      end(code)
      resolve()
    })
  })
  const failed = exited.then(() => {
    throw ended as Error
  })
  const [ready] = await Promise.race([once(worker, 'message'), failed])
  compiled ??= ready
  worker.on('error', end)
  worker.on('message', (answer: Uint8Array | Error) => {
    if (answer instanceof Error) return warn(answer)
    // It keeps the process alive only while somebody waits for it.
    worker.unref()
    const { resolve } = waiting ?? {}
    waiting = null
    resolve?.(answer)
  })
  worker.unref()
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        waiting = { resolve, reject }
        worker.ref()
        worker.postMessage(request, [request.buffer as ArrayBuffer])
      }),
    isOpen: () => ended === null,
    async close() {
      if (ended === null) {
        worker.ref()
        worker.postMessage(null)
      }
      await exited
    },
  }
}
