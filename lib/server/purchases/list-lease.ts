import 'server-only'
import { AppError } from '@/lib/server/platform/app-error'
import * as leases from '@/lib/server/purchases/store/leases'
import type { Context, JobKey } from '@/lib/server/auth/context'

/** How long a lease outlives its holder: whoever waits for a list of a killed server waits this long. */
export const leaseMs = 6_000

export type ActiveLease = {
  ok: true
  /** @throws AppError taken_over when another fetch has the list by now */
  assertActive: () => Promise<void>
  release: () => Promise<void>
}
type Lease = ActiveLease | { ok: false; fetchId: string }

/**
 * Takes the right to fetch a list, and renews it until it is released.
 * @returns `ok: false` with the fetch under way when someone else holds it
 */
export async function acquireListLease(context: Context, key: JobKey, fetchId: string): Promise<Lease> {
  const { db, log, instance, leaseMs: ttlMs } = context
  const lease = { ...key, holder: instance, fetchId, ttlMs }
  const taken = await leases.acquireLease(db, lease)
  if (!taken.ok) return taken
  let lost = false
  let renewedAt = performance.now()
  const renew = async () => {
    const askedAt = performance.now()
    if (await leases.renewLease(db, lease)) renewedAt = askedAt
    else lost = true
  }
  const renewal = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ err: error, fetchId }, 'lease not renewed'))
  }, ttlMs / 4)
  return {
    ok: true,
    async assertActive() {
      // A process that was stopped finds its own timers late: what counts is when the store last agreed.
      if (!lost && performance.now() - renewedAt > ttlMs / 2) await renew()
      if (lost) throw new AppError('taken_over')
    },
    async release() {
      clearInterval(renewal)
      // A lease that cannot be given up runs out by itself.
      await leases
        .releaseLease(db, { ...key, fetchId })
        .catch((error: unknown) => log.warn({ err: error, fetchId }, 'lease not released'))
    },
  }
}
