import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { lease } from '@/lib/server/db/ledger-schema'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

type Holding = JobKey & { holder: string; fetchId: string; ttlMs: number }

// The database's clock, which all instances share.
const expiry = (ttlMs: number) => sql<Date>`now() + ${ttlMs} * interval '1 millisecond'`
const isLeaseOf = ({ account, jobId, fetchId }: JobKey & { fetchId: string }) =>
  and(eq(lease.account, account), eq(lease.jobId, jobId), eq(lease.fetchId, fetchId))

/** Takes the right to fetch a list for a time; one that ran out is taken over. @returns else the fetch that holds it */
export async function acquireLease(
  db: Db,
  { account, jobId, holder, fetchId, ttlMs }: Holding,
): Promise<{ ok: true } | { ok: false; fetchId: string }> {
  for (;;) {
    const taken = await db
      .insert(lease)
      .values({ account, jobId, holder, fetchId, expiresAt: expiry(ttlMs) })
      .onConflictDoUpdate({
        target: [lease.account, lease.jobId],
        set: { holder, fetchId, expiresAt: expiry(ttlMs) },
        setWhere: sql`${lease.expiresAt} < now()`,
      })
      .returning({ fetchId: lease.fetchId })
    if (taken.length > 0) return { ok: true }
    const held = await findLease(db, { account, jobId })
    // Given up between the two questions: ask again.
    if (held) return { ok: false, fetchId: held.fetchId }
  }
}

/** @returns false when it is no longer held */
export async function renewLease(db: Db, { ttlMs, ...held }: Holding): Promise<boolean> {
  const rows = await db
    .update(lease)
    .set({ expiresAt: expiry(ttlMs) })
    .where(isLeaseOf(held))
    .returning({ fetchId: lease.fetchId })
  return rows.length > 0
}

/**
 * Whether a fetch still holds its list, its lease locked until the transaction ends: nobody takes it over meanwhile. One
 * that ran out and that nobody took over is still held.
 */
export async function lockLease(tx: Db, held: JobKey & { fetchId: string }): Promise<boolean> {
  const rows = await tx.select({ fetchId: lease.fetchId }).from(lease).where(isLeaseOf(held)).for('update')
  return rows.length > 0
}

export async function releaseLease(db: Db, held: JobKey & { fetchId: string }): Promise<void> {
  await db.delete(lease).where(isLeaseOf(held))
}

/** Ends every lease. Only for who has the store alone: whoever took them is gone. */
export async function endLeases(db: Db): Promise<void> {
  await db.delete(lease)
}

/** The fetch that holds a list, and whether its time still runs. */
export async function findLease(
  db: Db,
  { account, jobId }: JobKey,
): Promise<{ fetchId: string; live: boolean } | null> {
  const [row] = await db
    .select({ fetchId: lease.fetchId, live: sql<boolean>`${lease.expiresAt} >= now()` })
    .from(lease)
    .where(and(eq(lease.account, account), eq(lease.jobId, jobId)))
  return row ?? null
}
