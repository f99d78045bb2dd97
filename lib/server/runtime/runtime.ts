import 'server-only'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { buildHeader, buildId } from '@/lib/domain/build'
import { loadCountryNames } from '@/lib/domain/country-names'
import { type Address, toServerAddress } from '@/lib/server/platform/address'
import type { Actor } from '@/lib/server/platform/actor'
import { createLimits, type Limits } from '@/lib/server/auth/limits'
import { openSetup } from '@/lib/server/auth/setup-token'
import { createSignIn, type SignIn } from '@/lib/server/auth/sign-in'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog, type Log } from '@/lib/server/platform/log'
import { createRequestCounts, type RequestCounts } from '@/lib/server/platform/request-counts'
import { connectProvider } from '@/lib/server/providers/connect'
import { readers } from '@/lib/server/providers/readers'
import type { BaseContext } from '@/lib/server/auth/context'
import { rereadStored } from '@/lib/server/candidates/reread'
import { workOutCriteria } from '@/lib/server/candidates/work-out-criteria'
import { firstPurge, purgeUnused, retentionStart } from '@/lib/server/privacy/retention'
import { databaseNow, observeClock } from '@/lib/server/privacy/retention-clock'
import { createEventHub } from '@/lib/server/events/event-hub'
import { sweepEvents } from '@/lib/server/events/store/outbox'
import { createAuthServices, type AuthServices } from './auth-services'
import { createReaderServices, type Services } from './services'
import { leaseMs } from '@/lib/server/purchases/list-lease'
import { settleAbandoned } from '@/lib/server/purchases/settle-abandoned'
import { mailWaiting } from '@/lib/server/reviews/mention-mail'
import { sweepClosedLinks } from '@/lib/server/sharing/guest-lists'
import { saveAllSpooled } from '@/lib/server/purchases/save-spooled'
import { expireReservations } from '@/lib/server/purchases/store/ledger'
import { sweepSignIn } from '@/lib/server/auth/store/sessions'
import { inBackground } from '@/lib/server/platform/turn'
import { openSpool } from '@/lib/server/platform/spool'

/** Everything a process holds for as long as it runs. */
export type Runtime = {
  log: Log
  /** What somebody may ask for. */
  servicesFor: (actor: Actor) => Promise<Services>
  /** What anybody may ask for. */
  authServices: AuthServices
  signIn: SignIn
  limits: Limits
  /** @throws what keeps the store from answering */
  ping: () => Promise<void>
  /** Whether what would be bought can be kept on this server's disk; if not, nothing is bought. */
  canBuy: () => Promise<boolean>
  /** What this process has answered since it started. */
  requests: RequestCounts
  address: Address
  /** Whether pages take server actions: those of the sandbox are the only ones. */
  actions: boolean
  /** What names this build in every answer. */
  buildHeaders: Record<string, string>
  /** How long a stop may take. */
  stopTimeoutMs: number
  /** For whoever started it: where candidates come from, and what was not done as asked. */
  greeting: string
  /** Lets what goes on page by page stop before its next page. */
  stop: () => void
  /** Finishes what is in flight, then closes the store. */
  close: () => Promise<void>
}

const expireEveryMs = 30_000
const saveSpooledEveryMs = 10_000
const sweepEveryMs = 60 * 60_000
const maintainEveryMs = 10 * 60_000
// Rows of an older version come in while an instance of it still runs beside this one, and a month ends.
const rereadEveryMs = 60_000
// What a stop interrupted, and what another instance had no turn for.
const criteriaEveryMs = 15_000
const mailEveryMs = 60_000
const purgeEveryMs = 60 * 60_000

function every(ms: number, log: Log, what: string, task: () => Promise<unknown>, atOnce = false): () => void {
  let running = false
  const run = () => {
    if (running) return
    running = true
    inBackground(task)
      .catch((error: unknown) => log.warn({ err: error, what }, 'a scheduled task failed'))
      .finally(() => {
        running = false
      })
  }
  const timer = setInterval(run, ms)
  if (atOnce) run()
  timer.unref()
  return () => clearInterval(timer)
}

const later = (a: Date, b: Date) => (a > b ? a : b)

async function start(): Promise<Runtime> {
  const env = readEnv(process.env)
  const log = createLog(env)
  const database = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    poolSize: env.databasePoolSize,
    log,
  })
  const signIn = await createSignIn(env, database, log).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const limits = createLimits(database.pool)
  const connection = await connectProvider(env, log)
  const { provider, accounts, sandbox } = connection
  const inFlight = new Set<Promise<unknown>>()
  const stopping = new AbortController()
  const startedAt = await databaseNow(database.db)
  const announcedFrom = await retentionStart(database.db, env.retentionDays, startedAt)
  const notBefore = later(announcedFrom, firstPurge(startedAt))
  const base: BaseContext = {
    db: database.db,
    provider,
    readers,
    log,
    accounts,
    signIn,
    limits,
    retentionDays: env.retentionDays,
    retentionFrom: later(notBefore, await observeClock(database.db, startedAt)),
    creditsPerDay: env.creditsPerDay,
    autoloadCredits: env.autoloadCredits,
    spool: openSpool(join(env.dataDir, 'spool')),
    leaseMs,
    instance: randomUUID(),
    now: () => new Date(),
    stopping: stopping.signal,
    track(work) {
      inFlight.add(work)
      const forget = () => inFlight.delete(work)
      work.then(forget, forget)
      return work
    },
  }
  const { db, listen } = database
  const events = createEventHub({ db, listen, log, instance: base.instance, stopping: stopping.signal })
  void loadCountryNames(() => setImmediate())
  const closing = new AbortController()
  const reread = () => base.track(rereadStored(database, { readers, stop: closing.signal }))
  const workOut = () => base.track(workOutCriteria(database.db, closing.signal))
  const purge = async () => {
    const undoubtedFrom = await observeClock(database.db, await databaseNow(database.db))
    base.retentionFrom = later(notBefore, undoubtedFrom)
    await base.track(purgeUnused(base, closing.signal))
  }
  const sweepGuests = () => base.track(sweepClosedLinks(base, closing.signal))
  const stopTasks = [
    every(expireEveryMs, log, 'expire reservations', () => expireReservations(database.db)),
    every(maintainEveryMs, log, 'maintain the store', () => database.maintain()),
    every(sweepEveryMs, log, 'sweep sessions', () => sweepSignIn(database.db)),
    every(sweepEveryMs, log, 'sweep events', () => sweepEvents(database.db)),
    every(sweepEveryMs, log, 'sweep closed links', sweepGuests, true),
    every(mailEveryMs, log, 'mail mentions', () => base.track(mailWaiting(base))),
    every(rereadEveryMs, log, 'read stored people again', reread, true),
    every(criteriaEveryMs, log, 'work out criteria', workOut, true),
  ]
  await settleAbandoned(database)
  const takeIn = () => base.track(saveAllSpooled(base))
  stopTasks.push(every(saveSpooledEveryMs, log, 'take in kept answers', takeIn, true))
  // After it, which ends every lease of an embedded store.
  stopTasks.push(every(purgeEveryMs, log, 'delete unused jobs', purge))
  const address = toServerAddress(env)
  const setup = signIn.auth === null ? null : await openSetup(database.db, env.setupToken)
  return {
    log,
    servicesFor: createReaderServices(base, { sandbox, events }),
    authServices: createAuthServices(base),
    signIn,
    limits,
    ping: database.ping,
    canBuy: base.spool.canStore,
    requests: createRequestCounts(),
    address,
    actions: sandbox !== null,
    buildHeaders: { [buildHeader]: buildId },
    stopTimeoutMs: env.stopTimeoutMs,
    greeting: [connection.note, address.note, setup].filter((line) => line !== null).join('\n'),
    stop: () => stopping.abort(),
    async close() {
      stopping.abort()
      for (const stop of stopTasks) stop()
      closing.abort()
      await Promise.allSettled(inFlight)
      await events.close()
      await connection.close()
      await database.close()
    },
  }
}

// One runtime per process: the framework bundles routes, pages and the start-up hook apart.
const slot = Symbol.for('shortlist.runtime')
type Holder = { [slot]?: Promise<Runtime> }

/** The runtime of this process, started by the first who asks. @throws EnvError, or why the store cannot be opened */
export function getRuntime(): Promise<Runtime> {
  const holder = globalThis as Holder
  holder[slot] ??= start()
  return holder[slot]
}
