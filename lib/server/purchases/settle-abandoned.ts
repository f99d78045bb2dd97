import 'server-only'
import type { Database } from '@/lib/server/db/open-database'
import { endLeases } from '@/lib/server/purchases/store/leases'
import { expireReservations } from '@/lib/server/purchases/store/ledger'

/**
 * At start: what killed processes left reserved may have been charged, and is entered so before anyone reads the ledger.
 * The embedded store has one process at a time, so every lease in it is a dead one's; on a shared Postgres they run out.
 */
export async function settleAbandoned({ db, engine }: Pick<Database, 'db' | 'engine'>): Promise<void> {
  if (engine === 'pglite') await endLeases(db)
  await expireReservations(db)
}
