import 'server-only'
import { Duplex } from 'node:stream'

type Done = (error?: Error | null) => void

const terminate = 'X'.charCodeAt(0)

/** One of the connections that share an engine. */
export type EngineConnection = {
  /** @param request messages of the Postgres protocol @returns the answers to all of them */
  ask: (request: Uint8Array) => Promise<Uint8Array>
  /** Leaves no transaction open. */
  leave: () => void
}

/**
 * Stands in for the socket to a Postgres server, so that the driver speaks to the embedded store as to any other.
 * @see https://www.postgresql.org/docs/current/protocol.html
 */
export class EngineStream extends Duplex {
  readonly #connection: Promise<EngineConnection>

  /** @param connection which may still have to be opened */
  constructor(connection: EngineConnection | Promise<EngineConnection>) {
    super()
    this.#connection = Promise.resolve(connection)
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    this._writev([{ chunk }], done)
  }

  // What the driver writes at once, a statement with its parameters and the end of the request, is asked at once.
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    // The driver takes its leave; the engine goes on.
    if (chunks[0]?.chunk[0] === terminate) return this.#leave(done)
    const request = new Uint8Array(chunks.reduce((sum, { chunk }) => sum + chunk.length, 0))
    let at = 0
    for (const { chunk } of chunks) {
      request.set(chunk, at)
      at += chunk.length
    }
    this.#answer(request).then(() => done(), done)
  }

  async #answer(request: Uint8Array): Promise<void> {
    const { ask } = await this.#connection
    this.push(await ask(request))
  }

  #leave(done: Done): void {
    this.#connection.then(({ leave }) => leave()).then(() => done(), done)
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#leave(() => done(error))
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }
}
