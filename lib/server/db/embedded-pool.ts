import 'server-only'
import pg from 'pg'
import { currentTurn } from '@/lib/server/platform/turn'
import type { EngineStream } from './engine-stream'
import { readerLeft } from './reader-left'
import { TurnQueue } from './turn-queue'

// Enough for the engine to find the next query when it has answered one; the fewer, the sooner an early request gets its next.
const connections = 6

let clients = 0

/** Connections share the engine's one session, where a name stands for one statement. */
class EmbeddedClient extends pg.Client {
  readonly #number = (clients += 1)

  override query = ((...[query, ...rest]: Parameters<pg.ClientBase['query']>) => {
    const named: unknown = query
    const config =
      typeof named === 'object' && named !== null && 'name' in named && typeof named.name === 'string'
        ? { ...named, name: `${named.name}:${this.#number}` }
        : query
    return Reflect.apply(super.query, this, [config, ...rest])
  }) as pg.ClientBase['query']
}

/** Connections to the embedded store, given to the request that came first. */
export class EmbeddedPool extends pg.Pool {
  readonly #places = new TurnQueue(connections)

  /** @param stream opens a connection to the engine */
  constructor(stream: () => EngineStream) {
    super({
      user: 'postgres',
      database: 'postgres',
      host: 'embedded',
      password: '',
      ssl: false,
      options: '',
      stream,
      Client: EmbeddedClient,
      max: connections,
      idleTimeoutMillis: 0,
    })
    // An engine that fails takes its connections along; unheard, that would end the process.
    this.on('connect', (client) => client.on('error', () => undefined))
  }

  override connect = (async () => {
    await this.#places.take(currentTurn())
    try {
      const client = await super.connect()
      const { release } = client
      client.release = (destroy) => {
        release(destroy)
        this.#places.giveBack()
      }
      return client
    } catch (error) {
      this.#places.giveBack()
      throw error
    }
  }) as pg.Pool['connect']

  override query = (async (...query: Parameters<pg.ClientBase['query']>) => {
    const left = readerLeft()
    left?.throwIfAborted()
    const client = await this.connect()
    try {
      left?.throwIfAborted()
      return await client.query(...query)
    } finally {
      client.release()
    }
  }) as pg.Pool['query']
}
