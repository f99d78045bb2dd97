import 'server-only'
import pg from 'pg'
import { breaksConnection } from './connection-state'
import { cancelQuery, readerLeft, sessionOf } from './reader-left'

/** A statement that runs longer helps nobody any more: its reader has gone, and others want its connection. */
export const statementTimeoutMs = 15_000
// The server's own answer is better than none; where it cannot answer at all, it is waited for this much longer.
const answerDelayMs = 2_000
const connectTimeoutMs = 8_000
// A server that was suspended in the middle of a transaction holds its locks: whoever waits for them may not time out first.
const idleTransactionTimeoutMs = 8_000
// How long a pool stays smaller after the server had no more connections to give.
const smallerForMs = 60_000

type Query = pg.ClientBase['query']

/** A query that is safe behind a pooler in transaction mode: the next one may run on another connection of the server. */
function withoutName(query: unknown): unknown {
  return typeof query === 'object' && query !== null && 'name' in query
    ? { ...query, name: undefined }
    : query
}

/** Clients that end their connection when an answer does not come: it may be dead for good. */
const createClient = ({ named }: { named: boolean }) =>
  class extends pg.Client {
    override query = ((...[query, ...rest]: Parameters<Query>) => {
      const answer: unknown = Reflect.apply(super.query, this, [named ? query : withoutName(query), ...rest])
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => {
          if (error instanceof Error && error.message === 'Query read timeout') void this.end()
        })
      }
      return answer
    }) as Query
  }

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

/** Makes do with the connections there are: one that the server refuses is waited for among those it granted. */
class StorePool extends pg.Pool {
  readonly #size = this.options.max
  /** Whether what a reader no longer waits for may be stopped: PgBouncer ended at once when it was asked to. */
  stopsQueries = false

  #shrinkTo(size: number): void {
    this.options.max = size
    setTimeout(() => (this.options.max = this.#size), smallerForMs).unref()
  }

  override connect = (async () => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await super.connect()
      } catch (error) {
        // too_many_connections; others of this pool may still be trying, so the first count can be too high.
        if (!hasCode(error, '53300') || this.totalCount === 0 || attempts > this.#size) throw error
        if (this.totalCount < this.options.max) this.#shrinkTo(this.totalCount)
      }
    }
  }) as pg.Pool['connect']

  override query = (async (...query: Parameters<Query>) => {
    const left = readerLeft()
    left?.throwIfAborted()
    const client = await this.connect()
    // A connection can break before its query is sent; unheard, that would end the process.
    const ignore = () => undefined
    client.on('error', ignore)
    let unusable = false
    const cancel = () => {
      if (!this.stopsQueries) return
      unusable = true
      cancelQuery(client)
    }
    try {
      left?.throwIfAborted()
      left?.addEventListener('abort', cancel, { once: true })
      return await client.query(...query)
    } catch (error) {
      unusable ||= breaksConnection(error)
      throw error
    } finally {
      left?.removeEventListener('abort', cancel)
      client.off('error', ignore)
      client.release(unusable)
    }
  }) as pg.Pool['query']
}

/** PgBouncer takes only the parameters it knows, and would have to share session settings among its clients. */
const isPoolerRefusal = (error: unknown) =>
  error instanceof Error && /unsupported startup parameter/i.test(error.message)

/**
 * @returns whether connections with these settings reach the server itself: a pooler numbers its clients, and each of the
 * server's connections has the number of its process
 * @throws what keeps this machine from connecting with them
 */
async function probe(config: pg.ClientConfig): Promise<{ direct: boolean }> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return { direct: rows[0]?.pid === sessionOf(client).processID }
  } finally {
    await client.end().catch(() => undefined)
  }
}

export type PostgresOptions = {
  databaseUrl: string
  /** Connections at most. */
  size: number
  /** How long a statement may take; null for as long as it takes, which suits moving a store, not serving people. */
  timeoutMs: number | null
}

/**
 * Connects to a Postgres server, directly or through a pooler such as PgBouncer in transaction mode.
 * @returns `pooled` when the server's own time limit for statements could not be set because of a pooler
 * @throws what keeps this machine from connecting
 */
export async function openPostgres({ databaseUrl, size, timeoutMs }: PostgresOptions): Promise<{
  pool: pg.Pool
  pooled: boolean
  close: () => Promise<void>
}> {
  const base = { connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs, keepAlive: true }
  const limits = timeoutMs !== null && {
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: idleTransactionTimeoutMs,
  }
  let pooled = false
  let direct = false
  try {
    direct = (await probe({ ...base, ...limits, query_timeout: connectTimeoutMs })).direct
  } catch (error) {
    if (!isPoolerRefusal(error)) throw error
    pooled = true
  }
  const pool = new StorePool({
    ...base,
    ...(!pooled && limits),
    ...(timeoutMs !== null && { query_timeout: timeoutMs + answerDelayMs }),
    Client: createClient({ named: direct }),
    max: size,
  })
  pool.stopsQueries = direct
  return { pool, pooled, close: () => pool.end() }
}
