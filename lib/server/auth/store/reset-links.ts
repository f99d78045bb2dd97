import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, like, lte, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '@/lib/server/db/open-database'
import { authUser, authVerification } from '@/lib/server/db/people-schema'

/** What the store's identifiers of links for a new password begin with, to tell them from sign-ins half done. */
export const resetPrefix = 'reset:'

/** Voids what else would open an account: links for a new password, sign-ins half done. */
export async function voidLinks(db: Db, userId: string): Promise<void> {
  await db.delete(authVerification).where(eq(authVerification.value, userId))
}

const isResetLink = like(authVerification.identifier, `${resetPrefix}%`)

export type NewResetLink = { identifier: string; userId: string; issuedBy: string; expiresAt: Date }

/** Enters a link for a new password that an owner issues, in a transaction; earlier ones open nothing any more. */
export async function insertResetLink(tx: Db, { userId, ...rest }: NewResetLink): Promise<void> {
  await tx.delete(authVerification).where(and(eq(authVerification.value, userId), isResetLink))
  await tx.insert(authVerification).values({ ...rest, id: randomUUID(), value: userId })
}

/** Voids the links for a new password that are older than this one. */
export async function voidOlderResetLinks(db: Db, userId: string, identifier: string): Promise<void> {
  const issued = db
    .select({ at: authVerification.createdAt })
    .from(authVerification)
    .where(eq(authVerification.identifier, identifier))
  await db
    .delete(authVerification)
    .where(
      and(
        eq(authVerification.value, userId),
        isResetLink,
        ne(authVerification.identifier, identifier),
        lte(authVerification.createdAt, issued),
      ),
    )
}

/** Whose password a link changes: one that an owner issued, only while they are one. @returns null when it opens nothing */
export async function findResetLink(db: Db, identifier: string): Promise<{ email: string } | null> {
  const issuer = alias(authUser, 'issuer')
  const [row] = await db
    .select({ email: authUser.email })
    .from(authVerification)
    .innerJoin(authUser, eq(authUser.id, authVerification.value))
    .leftJoin(issuer, eq(issuer.id, authVerification.issuedBy))
    .where(
      and(
        eq(authVerification.identifier, identifier),
        gt(authVerification.expiresAt, sql`now()`),
        or(isNull(authVerification.issuedBy), and(eq(issuer.role, 'owner'), isNull(issuer.disabledAt))),
      ),
    )
  return row ?? null
}
