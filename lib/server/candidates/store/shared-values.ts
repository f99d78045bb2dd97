import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { storeSecret } from '@/lib/server/db/share-schema'

const read = (db: Db, name: string) =>
  db.select({ value: storeSecret.value }).from(storeSecret).where(eq(storeSecret.name, name))

/** A value that every instance on the store shares; null before it was made. */
export async function sharedValue(db: Db, name: string): Promise<string | null> {
  const [row] = await read(db, name)
  return row?.value ?? null
}

export async function setSharedValue(db: Db, name: string, value: string): Promise<void> {
  await db
    .insert(storeSecret)
    .values({ name, value })
    .onConflictDoUpdate({ target: storeSecret.name, set: { value: sql`excluded.value` } })
}

/**
 * A shared value, made by the first who asks, and its row locked until the transaction ends.
 * @param lock `share`: several at once; `update`: alone
 */
export async function holdSharedValue(
  tx: Db,
  name: string,
  make: () => string,
  lock: 'share' | 'update',
): Promise<string> {
  const [known] = await read(tx, name).for(lock)
  if (known) return known.value
  await tx.insert(storeSecret).values({ name, value: make() }).onConflictDoNothing()
  const [made] = await read(tx, name).for(lock)
  if (!made) throw new Error(`the store did not keep ${name}`)
  return made.value
}
