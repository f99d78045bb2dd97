import 'server-only'
import type { EndReason } from '@/lib/contracts/job-events'
import type { Actor } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import type { Log } from '@/lib/server/platform/log'
import { inBackground } from '@/lib/server/platform/turn'
import { findLiveRoles } from '@/lib/server/auth/store/sessions'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { jobEventChannel, type Listen, parseAnnouncement } from '@/lib/server/db/listening'
import type { Db } from '@/lib/server/db/open-database'
import { createJobFeed, type Follower, type JobFeed } from './job-feed'
import { createPresence } from './presence'

const tickMs = 1_000
/** In ticks: how often the outbox is read though nothing was announced, sessions are checked, and presence is renewed. */
const [idlePoll, sessionCheck, heartbeat, peoplePoll] = [10, 2, 20, 5]
const maxStreams = { member: 12, open: 256 }

type Stream = { actor: Actor; end: (reason: EndReason) => void }

type Options = {
  db: Db
  /** Null where nothing can be heard from the store: it is polled. */
  listen: Listen | null
  log: Log
  instance: string
  /** Aborted when the process is told to stop. */
  stopping: AbortSignal
}

export type EventHub = ReturnType<typeof createEventHub>

/** The open streams of this process, and what feeds them. One for a process. */
export function createEventHub({ db, listen, log, instance, stopping }: Options) {
  const feeds = new Map<string, JobFeed>()
  const streams = new Set<Stream>()
  let listening = false
  let ticks = 0
  let timer: ReturnType<typeof setInterval> | null = null

  const toId = ({ account, jobId }: JobKey) => JSON.stringify([account, jobId])
  // Whoever follows in this process need not wait for the announcement.
  const onLeft = (key: JobKey) => void feeds.get(toId(key))?.readPeople()
  const presence = createPresence({ db, instance, log, onLeft })
  const wakeAll = () => {
    for (const { readRows } of feeds.values()) void readRows()
  }

  const listener = listen?.(jobEventChannel, {
    onPayload(payload) {
      const announced = parseAnnouncement(payload)
      const feed = announced && feeds.get(toId(announced))
      if (feed) void (announced.id === 0 ? feed.readPeople() : feed.readRows())
    },
    onState(now) {
      listening = now
      // What was announced while nobody listened.
      if (now) wakeAll()
    },
  })

  async function checkSessions(): Promise<void> {
    const signedIn = [...streams].filter(({ actor }) => actor.sessionId !== null)
    const ids = signedIn.flatMap(({ actor }) => actor.sessionId ?? [])
    const roles = await findLiveRoles(db, [...new Set(ids)])
    for (const { actor, end } of signedIn) {
      const role = roles.get(actor.sessionId ?? '')
      if (role !== actor.role) end(role === undefined ? 'signed_out' : 'role')
    }
  }

  function tick(): void {
    ticks += 1
    const due = (every: number) => ticks % every === 0
    if (!listening || due(idlePoll)) wakeAll()
    if (due(sessionCheck)) {
      checkSessions().catch((error: unknown) => log.warn({ err: error }, 'sessions were not checked'))
    }
    if (due(heartbeat)) void presence.renew()
    if (due(heartbeat) || (!listening && due(peoplePoll)))
      for (const { readPeople } of feeds.values()) void readPeople()
  }

  function follow(key: JobKey, follower: Follower): { feed: JobFeed; stop: () => void } {
    const id = toId(key)
    const feed = feeds.get(id) ?? createJobFeed(db, key, log)
    feeds.set(id, feed)
    feed.followers.add(follower)
    const stop = () => {
      feed.followers.delete(follower)
      if (feed.followers.size === 0 && feeds.get(id) === feed) feeds.delete(id)
    }
    return { feed, stop }
  }

  /** @throws AppError too_many_streams */
  function admit(stream: Stream): () => void {
    const { id, sessionId } = stream.actor
    const own = [...streams].filter(({ actor }) => actor.id === id).length
    const max = sessionId === null ? maxStreams.open : maxStreams.member
    if (own >= max) throw new AppError('too_many_streams', { retryAfter: 30 })
    streams.add(stream)
    // The timer is of no request: its queries must not take the place of the one that began it.
    timer ??= inBackground(() => setInterval(tick, tickMs).unref())
    return () => {
      streams.delete(stream)
      if (streams.size > 0 || timer === null) return
      clearInterval(timer)
      timer = null
    }
  }

  const endAll = () => {
    for (const { end } of streams) end('stopping')
  }
  stopping.addEventListener('abort', endAll, { once: true })

  return {
    admit,
    follow,
    enter: presence.enter,
    isStopping: () => stopping.aborted,
    async close(): Promise<void> {
      endAll()
      if (timer) clearInterval(timer)
      await listener?.stop()
      await presence.close()
    },
  }
}
