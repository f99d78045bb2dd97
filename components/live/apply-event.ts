import type { QueryClient } from '@tanstack/react-query'
import { ownFetches } from '@/components/shared/live-state'
import { fetchEvent, listEvent, marksEvent, presenceEvent } from '@/lib/contracts/job-events'
import { inboxKey } from '@/lib/query/inbox'
import { keys } from '@/lib/query/options'
import { secondOpinionsKey } from '@/lib/query/second-opinions'
import type { JobRef } from '@/lib/url/paths'
import type { Heard } from './event-link'
import { liveStore } from './live-store'
import { refreshMarks } from './patch-marks'

// Of a hundred decisions in a row, each would be read for itself.
const gatherMs = 200
// What may be in the reader's inbox as well.
const inboxChanges = new Set(['notes', 'second_look', 'second_opinion'])

/** What the browser does about each event of a job. */
export function createApplier(client: QueryClient, ref: JobRef) {
  /** Whose marks are to be read; null for everyone's. */
  let ids: Set<string> | null = new Set()
  let inboxChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const read = async () => {
    timer = undefined
    // What the reader just did shows already, and is not committed yet: an earlier state would flicker over it.
    if (client.isMutating() > 0) return plan()
    const asked = ids
    ids = new Set()
    try {
      await refreshMarks(client, ref, asked)
      void client.invalidateQueries({ queryKey: secondOpinionsKey(ref) })
      if (inboxChanged) void client.invalidateQueries({ queryKey: inboxKey })
      inboxChanged = false
    } catch {
      if (closed) return
      ids = asked === null || ids === null ? null : new Set([...asked, ...ids])
      timer ??= setTimeout(() => void read(), gatherMs * 25)
    }
  }
  const plan = () => {
    if (!closed) timer ??= setTimeout(() => void read(), gatherMs)
  }

  const appliers: Record<string, (data: unknown) => void> = {
    marks(data) {
      const { what, applicationIds } = marksEvent.parse(data)
      // Names come and go with it, which are no marks.
      if (what === 'blind') return void client.invalidateQueries({ queryKey: keys.job(ref) })
      ids = applicationIds === null || ids === null ? null : new Set([...ids, ...applicationIds])
      if (inboxChanges.has(what)) inboxChanged = true
      plan()
    },
    list: (data) => liveStore.setList(listEvent.parse(data)),
    fetch(data) {
      const { ended, progress } = fetchEvent.parse(data)
      if (!ended && ownFetches.has(progress.fetchId)) return
      client.setQueryData(keys.running(ref), { running: ended ? null : progress })
    },
    views: () => void client.invalidateQueries({ queryKey: ['views', ref.account, ref.jobId] }),
    presence: (data) => liveStore.setPeople(presenceEvent.parse(data).people),
    reset() {
      for (const queryKey of [keys.job(ref), keys.running(ref)]) void client.invalidateQueries({ queryKey })
    },
  }
  return {
    apply: ({ event, data }: Heard) => appliers[event]?.(data),
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
