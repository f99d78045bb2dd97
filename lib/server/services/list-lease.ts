import 'server-only'
import * as leases from '@/lib/server/store/leases'
import type { Context, JobKey } from './context'

type Lease = { ok: true; release: () => Promise<void> } | { ok: false; fetchId: string }

/**
 * Takes the right to fetch a list, and keeps it until it is released.
 * @returns `ok: false` with the fetch under way when someone else holds it
 */
export async function takeLease(context: Context, key: JobKey, fetchId: string): Promise<Lease> {
  const { db, log, instance, leaseMs } = context
  const lease = { ...key, holder: instance, fetchId, ttlMs: leaseMs }
  const taken = await leases.acquireLease(db, lease)
  if (!taken.ok) return taken
  const renewal = setInterval(() => {
    leases
      .renewLease(db, lease)
      .catch((error: unknown) => log.warn({ err: error, fetchId }, 'lease not renewed'))
  }, leaseMs / 3)
  const release = async () => {
    clearInterval(renewal)
    // A lease that cannot be given up runs out by itself.
    await leases
      .releaseLease(db, { ...key, fetchId })
      .catch((error: unknown) => log.warn({ err: error, fetchId }, 'lease not released'))
  }
  return { ok: true, release }
}
