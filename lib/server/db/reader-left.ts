import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { connect } from 'node:net'
import type pg from 'pg'

const readers = new AsyncLocalStorage<AbortSignal>()

/**
 * Reads for somebody who may leave before the answer. Once `signal` aborts, the queries of `read` fail: none is started
 * any more, and a Postgres server that is asked directly stops the one it is working on. Only for reading: a write must not be cut off.
 */
export const readUntilLeft = <T>(signal: AbortSignal | undefined, read: () => Promise<T>): Promise<T> =>
  signal ? readers.run(signal, read) : read()

/** Aborts when the reader has left for whom queries are being made; undefined where they are for anybody. */
export const readerLeft = (): AbortSignal | undefined => readers.getStore()

// Of the protocol: the length of the message, and the number that says what it asks for.
const cancelRequest = { length: 16, code: 80_877_102 }

type Session = { host: string; port: number; processID: number | null; secretKey: number | null }

/** What a connection knows of its session, of which the driver's types say nothing. */
export const sessionOf = (client: pg.ClientBase) => client as unknown as Session

/**
 * Asks a Postgres server to stop what it does on a connection, as the protocol has it: over a connection of its own. The statement fails there with `query_canceled`, or has ended before; the next one on the same
 * connection could be hit instead, so whoever asks must close it.
 */
export function cancelQuery(client: pg.ClientBase): void {
  const { host, port, processID, secretKey } = sessionOf(client)
  if (processID === null || secretKey === null) return
  const message = Buffer.alloc(cancelRequest.length)
  message.writeInt32BE(cancelRequest.length, 0)
  message.writeInt32BE(cancelRequest.code, 4)
  message.writeInt32BE(processID, 8)
  message.writeInt32BE(secretKey, 12)
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  // It only spares work: where it does not arrive, the statement ends by itself.
  socket.on('error', () => undefined)
  socket.end(message)
}
