import 'server-only'
import type { Month } from '@/lib/contracts/month'
import type { Database } from '@/lib/server/db/open-database'
import type { Readers } from '@/lib/server/providers/readers'
import { rereadSome, storeMonth } from '@/lib/server/candidates/store/reread'

// Short enough that a reader of the embedded store, who waits for a batch to end, does not notice.
const batch = 100

type Options = {
  readers: Readers
  stop: AbortSignal
  /** The store's own, if not given. */
  month?: Month
}

/**
 * Reads again what is stored of people, in small batches, until it is as this version would read it this month. What was
 * bought once gains every better reading at no cost. Stops between two batches; the next call goes on from there.
 * @returns how many rows were read again
 */
export async function rereadStored(
  { db }: Pick<Database, 'db'>,
  { readers, stop, month }: Options,
): Promise<number> {
  const asOf = month ?? (await storeMonth(db))
  let done = 0
  while (!stop.aborted) {
    const some = await rereadSome(db, { readers, month: asOf, limit: batch })
    if (some === 0) break
    done += some
  }
  return done
}
