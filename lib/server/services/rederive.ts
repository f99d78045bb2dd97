import 'server-only'
import type { Database } from '@/lib/server/db/open-database'
import { rederiveSome } from '@/lib/server/store/rederive'

// Short enough that a reader of the embedded store, who waits for a batch to end, does not notice.
const batch = 200

/**
 * Brings every stored row up to the present rules of what is read from a person, batch by batch. Several instances may
 * do so at once: each takes rows that no other has in hand.
 * @returns how many rows were read anew
 */
export async function rederiveStored({ db }: Pick<Database, 'db'>, stop: AbortSignal): Promise<number> {
  let done = 0
  while (!stop.aborted) {
    const some = await rederiveSome(db, batch)
    if (some === 0) break
    done += some
  }
  return done
}
