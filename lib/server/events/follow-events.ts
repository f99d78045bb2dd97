import 'server-only'
import type { EndReason, PresenceEvent } from '@/lib/contracts/job-events'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import type { JobRef } from '@/lib/url/paths'
import type { EventHub } from './event-hub'
import type { Person } from './job-feed'
import { idBefore, isKept, type OutboxRow, readAfter } from './store/outbox'

/** What a stream carries: an event of the outbox, or what belongs to the stream itself. */
export type Sent =
  | { event: 'outbox'; row: OutboxRow }
  | { event: 'ready' | 'reset'; id: number; data: Record<string, unknown> }
  | { event: 'presence'; data: PresenceEvent }
  | { event: 'end'; data: { reason: EndReason } }

export type FollowOptions = {
  /** The last event its reader has, or the moment of the page that they have, in milliseconds; null for none. */
  after: { id: number } | { since: number } | null
  /** Whether to go on once its reader has all there is. */
  follow: boolean
}

export type Following = {
  /**
   * Sends events until the stream ends.
   * @param send false where the reader does not keep up: the stream ends, and they catch up with the next one
   * @param left aborted when the reader is gone
   */
  run: (send: (sent: Sent) => boolean, left: AbortSignal) => Promise<void>
}

// More than this is read faster as a whole.
const maxMissed = 1_000

/** What its reader missed; null where that is not known any more, or too much. */
async function readMissed(context: Context, key: JobKey, after: number): Promise<OutboxRow[] | null> {
  const rows = await readAfter(context.db, key, after, maxMissed + 1)
  // After the rows: a sweep in between then shows.
  return rows.length <= maxMissed && (await isKept(context.db, after)) ? rows : null
}

/** What passes on to the reader, and what waits until they have caught up. */
function createPassage(actor: Context['actor']) {
  let last = 0
  let early: OutboxRow[] | null = []
  let people: readonly Person[] | null = null
  let put: (sent: Sent) => void = () => undefined
  const pass = (rows: readonly OutboxRow[]) => {
    for (const row of rows) {
      if (row.id <= last) continue
      last = row.id
      put({ event: 'outbox', row })
    }
  }
  const showPeople = (now: readonly Person[]) =>
    put({ event: 'presence', data: { people: now.filter(({ id }) => id !== actor.id) } })
  return {
    follower: {
      onRows: (rows: readonly OutboxRow[]) => (early ? void early.push(...rows) : pass(rows)),
      onPeople: (now: readonly Person[]) => (early ? void (people = now) : showPeople(now)),
    },
    /** Begins with what the reader missed, and lets through what comes. */
    open(first: Sent & { id: number }, missed: readonly OutboxRow[], to: (sent: Sent) => void) {
      put = to
      last = first.id
      put(first)
      pass(missed)
      pass(early ?? [])
      early = null
      if (people) showPeople(people)
    },
  }
}

/**
 * The events of a job as they happen, for one reader. Free.
 * @throws AppError account_not_found, too_many_streams
 */
export async function followEvents(
  context: Context,
  hub: EventHub,
  ref: JobRef,
  { after: place, follow }: FollowOptions,
): Promise<Following> {
  const key = toJobKey(context, ref)
  const { actor } = context
  let end: (reason: EndReason) => void = () => undefined
  const ended = new Promise<EndReason>((resolve) => (end = resolve))
  const release = hub.admit({ actor, end })
  const passage = createPassage(actor)
  const { feed, stop } = hub.follow(key, passage.follower)
  const close = () => {
    stop()
    release()
  }
  try {
    const from = await feed.open()
    const after = place && ('id' in place ? place.id : await idBefore(context.db, key, place.since))
    const missed = after === null ? [] : await readMissed(context, key, after)
    const first = {
      event: missed === null ? ('reset' as const) : ('ready' as const),
      id: after === null || missed === null ? from : after,
      data: { me: actor.id },
    }
    return {
      async run(send, left) {
        let leave: (() => void) | null = null
        left.addEventListener('abort', () => end('slow'), { once: true })
        try {
          passage.open(first, missed ?? [], (sent) => {
            if (!send(sent)) end('slow')
          })
          if (!follow) end('caught_up')
          else if (hub.isStopping()) end('stopping')
          else if (actor.sessionId !== null) {
            leave = await hub.enter({ ...key, userId: actor.id, userName: actor.name })
            passage.follower.onPeople(feed.people())
            void feed.readPeople()
          }
          const reason = await ended
          if (!left.aborted) send({ event: 'end', data: { reason } })
        } finally {
          close()
          leave?.()
        }
      },
    }
  } catch (error) {
    close()
    throw error
  }
}
