import 'server-only'
import pg from 'pg'
import { currentTurn } from '@/lib/server/platform/turn'
import type { EngineStream } from './engine-stream'
import type { Listen, Listener } from './listening'
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
  readonly #listeners = new Map<string, Set<Listener>>()

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
    this.on('connect', (client) => {
      client.on('error', () => undefined)
      client.on('notification', ({ channel, payload }) => {
        for (const { onPayload } of this.#listeners.get(channel) ?? []) onPayload(payload ?? '')
      })
      // An engine that was opened again has forgotten what its session listened to.
      for (const channel of this.#listeners.keys()) this.#listenOn(client, channel)
    })
  }

  #listenOn(client: Pick<pg.ClientBase, 'query'>, channel: string): void {
    client.query(`listen ${pg.escapeIdentifier(channel)}`).then(
      () => this.#tell(channel, true),
      () => this.#tell(channel, false),
    )
  }

  #tell(channel: string, listening: boolean): void {
    for (const { onState } of this.#listeners.get(channel) ?? []) onState(listening)
  }

  /** All connections are one session: whichever of them commits gets what the session listens to. */
  readonly listen: Listen = (channel, listener) => {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners.add(listener))
    this.#listenOn(this, channel)
    return {
      stop: async () => {
        listeners.delete(listener)
        if (listeners.size === 0) this.#listeners.delete(channel)
      },
    }
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
