import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '@/lib/server/platform/log'
import type { Listen, Listener } from './listening'

// A connection can be dead without either side knowing: it is asked now and then.
const aliveEveryMs = 15_000
const answerMs = 5_000
// Behind a pooler that hides itself, LISTEN succeeds and nothing ever comes.
const proofMs = 3_000
const [firstPauseMs, maxPauseMs] = [250, 5_000]
const unprovenPauseMs = 60_000

type Options = { databaseUrl: string; pool: pg.Pool; log: Log }

/** Waits for what was sent to the channel itself. @returns whether it came @throws when the signal aborts */
async function proves(
  client: pg.Client,
  pool: pg.Pool,
  channel: string,
  stopped: AbortSignal,
): Promise<boolean> {
  const proof = `proof ${randomUUID()}`
  const waiting = new AbortController()
  const arrived = new Promise<boolean>((resolve) => {
    const hear = ({ payload }: pg.Notification) => payload === proof && resolve(true)
    client.on('notification', hear)
    waiting.signal.addEventListener('abort', () => client.off('notification', hear))
  })
  const late = pause(proofMs, false, { signal: AbortSignal.any([waiting.signal, stopped]) })
  late.catch(() => undefined)
  try {
    await pool.query('select pg_notify($1, $2)', [channel, proof])
    return await Promise.race([arrived, late])
  } finally {
    waiting.abort()
  }
}

/** Listens on one connection until it breaks or the signal aborts. @returns whether anything could be heard on it */
async function listenOnce(
  { databaseUrl, pool }: Pick<Options, 'databaseUrl' | 'pool'>,
  channel: string,
  { onPayload, onState }: Listener,
  stopped: AbortSignal,
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
    application_name: 'shortlist events',
  })
  const broken = new AbortController()
  const breaks = () => broken.abort()
  client.on('error', breaks)
  client.on('end', breaks)
  client.on('notification', ({ channel: on, payload }) => on === channel && payload && onPayload(payload))
  const ends = AbortSignal.any([stopped, broken.signal])
  // A server that does not answer must not keep this one from stopping.
  const leave = () => void client.end().catch(() => undefined)
  stopped.addEventListener('abort', leave)
  try {
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    if (!(await proves(client, pool, channel, ends))) return false
    onState(true)
    while (!ends.aborted) {
      await pause(aliveEveryMs, undefined, { signal: ends }).catch(() => undefined)
      if (!ends.aborted) await client.query('select 1')
    }
    return true
  } finally {
    stopped.removeEventListener('abort', leave)
    // One that does not answer would be waited for.
    leave()
  }
}

/**
 * Listens to a Postgres server on a connection of its own, and opens another one whenever it breaks.
 * @see https://www.postgresql.org/docs/current/sql-listen.html
 */
export const listenToPostgres =
  ({ databaseUrl, pool, log }: Options): Listen =>
  (channel, listener) => {
    const stopping = new AbortController()
    const run = async () => {
      let waitMs = firstPauseMs
      while (!stopping.signal.aborted) {
        let wasUp = false
        const onState = (up: boolean) => {
          wasUp = up
          listener.onState(up)
        }
        const heard = await listenOnce(
          { databaseUrl, pool },
          channel,
          { ...listener, onState },
          stopping.signal,
        ).catch((error: unknown) => {
          if (!stopping.signal.aborted) log.warn({ err: error, channel }, 'the store is not listened to')
          return true
        })
        if (stopping.signal.aborted) return
        listener.onState(false)
        if (!heard)
          log.info({ channel }, 'nothing is heard from the store: a pooler is between; it is polled')
        waitMs = wasUp ? firstPauseMs : Math.min(maxPauseMs, waitMs * 2)
        await pause(heard ? waitMs : unprovenPauseMs, undefined, {
          signal: stopping.signal,
          ref: false,
        }).catch(() => undefined)
      }
    }
    const running = run()
    return {
      async stop() {
        stopping.abort()
        await running
      },
    }
  }
