import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { SyncedNodeFS } from './synced-node-fs.mjs'

// PGlite opens without fsync (-F), with the memory of a server, and keeps every file open that was ever read.
const settings = [
  'fsync=on',
  'wal_sync_method=fsync',
  'max_wal_size=64MB',
  'min_wal_size=32MB',
  'shared_buffers=64MB',
  'maintenance_work_mem=16MB',
  'max_files_per_process=64',
]
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...settings.flatMap((setting) => ['-c', setting]),
]

// PGlite makes no checkpoints by itself. What one costs depends on what was written since the last. Between two of them
// the log grows by this and by what one statement writes; Postgres keeps two segments of 16 MB beside it to use again.
const checkpointBytes = 16 * 1024 * 1024

// By the folder of the product, as the bundler takes this file along and knows no import.meta.resolve.
const programPath = join(process.cwd(), 'node_modules/@electric-sql/pglite/dist/pglite.wasm')

/** The program of the engine. Compiling it takes a second; a thread can get it compiled from another one. */
export const compileEngine = async () => WebAssembly.compile(await readFile(programPath))

/** Copies several pieces into one array, which can then be handed to another thread. */
function concat(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** What a session says of itself at the end of an answer: `I` idle, `T` in a transaction, `E` in one that has failed. */
const statusOf = (answer) => (answer.at(-6) === 'Z'.charCodeAt(0) ? String.fromCharCode(answer.at(-1)) : null)

/**
 * Opens Postgres in this thread.
 * @param {string} folder of the store
 * @param {() => void} assertHeld runs before every write, which it can prevent by ending the process
 * @param {WebAssembly.Module} program
 */
export async function openEngine(folder, assertHeld, program) {
  const fs = new SyncedNodeFS(folder, assertHeld)
  const pglite = await PGlite.create({ fs, extensions: { pg_trgm }, startParams, pgliteWasmModule: program })
  let status = 'I'
  return {
    /**
     * @param {Uint8Array} request one or more messages of the Postgres protocol
     * @returns {Promise<Uint8Array<ArrayBuffer>>} the answers to all of them
     */
    async exec(request) {
      const pieces = []
      // Not execProtocolRaw: it keeps every answer in memory for good.
      await pglite.execProtocolRawStream(request, {
        syncToFs: false,
        onRawData: (bytes) => pieces.push(bytes.slice()),
      })
      const answer = concat(pieces)
      status = statusOf(answer)
      return answer
    },
    /** Whether no transaction is open and the last request was a whole one. */
    isIdle: () => status === 'I',
    /** Ends the open transaction, whoever began it. */
    async rollBack() {
      await pglite.exec('rollback')
      status = 'I'
    },
    /** Bounds the write-ahead log, within a long transaction too. To be called between requests. */
    async checkpointIfDue() {
      if (!['I', 'T'].includes(status) || fs.log.bytes < checkpointBytes) return
      try {
        await pglite.exec('checkpoint')
      } finally {
        // Afterwards, as it writes to the log as well. One that failed is tried again after the same amount.
        fs.log.bytes = 0
      }
    },
    close: () => pglite.close(),
  }
}
