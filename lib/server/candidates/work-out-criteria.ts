import 'server-only'
import { continueCriteria } from '@/lib/server/candidates/store/criteria-results'
import { recordJobEvent } from '@/lib/server/candidates/store/job-events'
import type { Database } from '@/lib/server/db/open-database'
import { inBackground } from '@/lib/server/platform/turn'

// Short enough that a reader of the embedded store, who waits for a batch to end, does not notice.
const batch = 100
// Whoever looks at the job reads again what is on screen each time.
const announceEveryMs = 1_000

/**
 * Works out who meets the criteria that changed last, in small batches, until it is done for everyone stored, and tells those
 * who look at the job meanwhile. Stops between two batches; the next call goes on from there.
 */
export async function workOutCriteria(db: Database['db'], stop: AbortSignal): Promise<void> {
  let announcedAt = performance.now()
  while (!stop.aborted) {
    const done = await inBackground(() => continueCriteria(db, batch))
    if (done === null) break
    if (!done.last && performance.now() - announcedAt < announceEveryMs) continue
    announcedAt = performance.now()
    const data = { what: 'criteria', applicationIds: null }
    await db.transaction((tx) => recordJobEvent(tx, done.key, { kind: 'marks', data, by: null }))
  }
}
