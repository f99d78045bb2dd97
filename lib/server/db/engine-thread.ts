import 'server-only'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DataLock } from './data-lock'
import type { EngineConnection } from './engine-stream'

const program = join(process.cwd(), 'lib/server/db/embedded-thread.mjs')
const lostLockCode = 70

// Threads share what one of them has compiled.
let compiled: unknown

/** The engine of the embedded store, in a thread of its own. */
export type EngineThread = {
  /** Opens a connection. They share the engine's one session; a transaction has it for itself until it ends. */
  connect: () => EngineConnection
  /** Whether it takes requests. */
  isOpen: () => boolean
  /** Resolves with the reason when the thread has ended, which is the end of its connections. */
  ended: Promise<Error>
  /** Closes the store. */
  close: () => Promise<void>
}

type Message = { id: number; answer: Uint8Array } | { warning: Error }
type Waiting = { resolve: (answer: Uint8Array) => void; reject: (error: Error) => void }

/** Starts the thread and waits until the store in it is open. @throws what keeps it from opening */
async function startThread(folder: string, { held, stopAtOnce }: DataLock) {
  const worker = new Worker(program, { workerData: { folder, lock: held, lostLockCode, compiled } })
  let cause: unknown = null
  worker.on('error', (error) => (cause = error))
  const ended = new Promise<Error>((resolve) => {
    worker.on('exit', (code) => {
      if (code === lostLockCode) stopAtOnce()
      resolve(new Error('Connection terminated: the embedded store has stopped', { cause: cause ?? code }))
    })
  })
  const failed = ended.then((error) => {
    throw error
  })
  const [ready] = await Promise.race([once(worker, 'message'), failed])
  compiled ??= ready
  return { worker, ended }
}

/** Sends requests to the thread and brings back their answers. It keeps the process alive only while one is waited for. */
function createRequests(worker: Worker, warn: (error: Error) => void) {
  const waiting = new Map<number, Waiting>()
  let ended: Error | null = null
  let count = 0
  worker.on('message', (message: Message) => {
    if ('warning' in message) return warn(message.warning)
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (waiting.size === 0) worker.unref()
    asker?.resolve(message.answer)
  })
  worker.unref()
  return {
    send: (connection: number, request: Uint8Array) =>
      new Promise<Uint8Array>((resolve, reject) => {
        if (ended) return reject(ended)
        if (waiting.size === 0) worker.ref()
        const id = (count += 1)
        waiting.set(id, { resolve, reject })
        worker.postMessage({ kind: 'query', id, connection, request }, [request.buffer as ArrayBuffer])
      }),
    isOpen: () => ended === null,
    end(error: Error) {
      ended = error
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}

// The first message of a connection, of which the others begin with a letter.
const isGreeting = (request: Uint8Array) => request[0] === 0

/**
 * Opens Postgres in a thread, which ends this process rather than write to a store that is another one's.
 * @param warn hears of clean-up that failed
 * @throws what keeps the store from opening
 */
export async function startEngine(
  folder: string,
  lock: DataLock,
  warn: (error: Error) => void,
): Promise<EngineThread> {
  const { worker, ended } = await startThread(folder, lock)
  const requests = createRequests(worker, warn)
  void ended.then(requests.end)
  let connections = 0
  // There is one session, which is greeted once; all are told the same.
  let greeting: Promise<Uint8Array> | null = null
  return {
    connect() {
      const connection = (connections += 1)
      return {
        async ask(request) {
          if (!isGreeting(request)) return requests.send(connection, request)
          greeting ??= requests.send(connection, request)
          return Uint8Array.from(await greeting)
        },
        leave() {
          if (requests.isOpen()) worker.postMessage({ kind: 'leave', connection })
        },
      }
    },
    isOpen: requests.isOpen,
    ended,
    async close() {
      if (requests.isOpen()) {
        worker.ref()
        worker.postMessage({ kind: 'close' })
      }
      await ended
    },
  }
}
