import 'server-only'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import type { Log } from '@/lib/server/platform/log'
import { latestId, type OutboxRow, readAfter } from './store/outbox'
import { listPresent } from './store/presence'

export type Person = { id: string; name: string }

/** Someone who follows a job. Neither call may throw. */
export type Follower = {
  /** Events in their order, none left out after the id that `open` gave. */
  onRows: (rows: readonly OutboxRow[]) => void
  onPeople: (people: readonly Person[]) => void
}

const readAtOnce = 500

/** A task that runs once more when it is asked for while it runs, and never twice at once. */
function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const run = async () => {
    do {
      again = false
      await task()
    } while (again)
  }
  return () => {
    if (running) again = true
    else running = run().finally(() => (running = null))
    return running
  }
}

export type JobFeed = ReturnType<typeof createJobFeed>

/** Reads the outbox of one job, once for all who follow it in this process. */
export function createJobFeed(db: Db, key: JobKey, log: Log) {
  const followers = new Set<Follower>()
  let cursor: number | null = null
  let people: readonly Person[] = []

  const failed = (error: unknown) => log.warn({ err: error, jobId: key.jobId }, 'events were not read')

  const readRows = oneAtATime(async () => {
    // Asked for by everything that announces: what cannot be read now is read with the next announcement or poll.
    if (cursor === null) return
    try {
      for (;;) {
        const rows: OutboxRow[] = await readAfter(db, key, cursor, readAtOnce)
        cursor = rows.at(-1)?.id ?? cursor
        if (rows.length > 0) for (const { onRows } of followers) onRows(rows)
        if (rows.length < readAtOnce) return
      }
    } catch (error) {
      failed(error)
    }
  })

  const readPeople = oneAtATime(async () => {
    try {
      const now = await listPresent(db, key)
      if (JSON.stringify(now) === JSON.stringify(people)) return
      people = now
      for (const { onPeople } of followers) onPeople(now)
    } catch (error) {
      failed(error)
    }
  })

  let opening: Promise<number> | null = null
  /** @returns the id after which followers get every event @throws where the store does not answer */
  const open = async (): Promise<number> => {
    if (cursor !== null) return cursor
    opening ??= latestId(db, key).finally(() => (opening = null))
    const latest = await opening
    cursor ??= latest
    // What was announced before there was a place to read from.
    void readRows()
    return latest
  }

  return { key, followers, open, readRows, readPeople, people: () => people }
}
