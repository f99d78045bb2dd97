import 'server-only'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import type { Log } from '@/lib/server/platform/log'
import { enterPresence, forgetInstance, leavePresence, type Present, renewPresence } from './store/presence'

// A page that is reloaded comes back at once: nobody sees its reader leave.
const leaveDelayMs = 3_000

type Options = {
  db: Db
  instance: string
  log: Log
  /** Called once somebody has left a job. */
  onLeft: (key: JobKey) => void
}

/** Who looks at which job through this process; a person with several streams is there once. */
export function createPresence({ db, instance, log, onLeft }: Options) {
  const counts = new Map<string, number>()
  const toId = ({ account, jobId, userId }: JobKey & { userId: string }) =>
    JSON.stringify([account, jobId, userId])
  const failed = (error: unknown) => log.warn({ err: error }, 'who is here was not entered')
  const add = (id: string, by: number) => {
    const count = (counts.get(id) ?? 0) + by
    if (count === 0) counts.delete(id)
    else counts.set(id, count)
    return count
  }

  return {
    /** @returns how to leave again */
    async enter(present: Present): Promise<() => void> {
      const id = toId(present)
      add(id, 1)
      await enterPresence(db, present, instance).catch(failed)
      return () => {
        if (add(id, -1) > 0) return
        setTimeout(() => {
          if (counts.has(id)) return
          void leavePresence(db, present, instance).then(() => onLeft(present), failed)
        }, leaveDelayMs).unref()
      }
    },
    renew: () => (counts.size === 0 ? Promise.resolve() : renewPresence(db, instance).catch(failed)),
    close: () => forgetInstance(db, instance).catch(failed),
  }
}
