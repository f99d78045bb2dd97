import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/role'
import type { Db } from '@/lib/server/db/open-database'
import { authAccount, authUser } from '@/lib/server/db/people-schema'

export type MemberRow = typeof authUser.$inferSelect
export type NewMember = { name: string; email: string; role: Role; passwordHash: string | null }

/** Enters somebody who may sign in. Their address counts as verified: they opened a link that was sent to it. */
export async function insertMember(
  db: Db,
  { passwordHash, email, ...rest }: NewMember,
): Promise<MemberRow | null> {
  const id = randomUUID()
  const [row] = await db
    .insert(authUser)
    .values({ ...rest, id, email: email.toLowerCase(), emailVerified: true })
    .onConflictDoNothing({ target: authUser.email })
    .returning()
  if (!row) return null
  if (passwordHash !== null) {
    await db.insert(authAccount).values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
    })
  }
  return row
}

/**
 * Reads a member's role and keeps it from changing until the end of the transaction.
 * @returns null for somebody who may not sign in
 */
export async function lockRole(tx: Db, id: string): Promise<Role | null> {
  const [row] = await tx
    .select({ role: authUser.role })
    .from(authUser)
    .where(and(eq(authUser.id, id), isNull(authUser.disabledAt)))
    .for('share')
  return row?.role ?? null
}

export type Member = MemberRow & { lastSeenAt: Date | null }

/** Everyone who may sign in or once could, those who may first. */
export async function listMembers(db: Db): Promise<Member[]> {
  const rows = await db
    .select({
      user: authUser,
      lastSeenAt: sql<string | null>`(select max(session.created_at) from auth_session session
        where session.user_id = auth_user.id)`,
    })
    .from(authUser)
    .orderBy(sql`${authUser.disabledAt} nulls first`, asc(authUser.name), asc(authUser.id))
  return rows.map(({ user, lastSeenAt }) => ({
    ...user,
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
  }))
}

/** Everyone who may sign in, by name. */
export const listActive = (db: Db): Promise<MemberRow[]> =>
  db
    .select()
    .from(authUser)
    .where(isNull(authUser.disabledAt))
    .orderBy(asc(authUser.name), asc(authUser.createdAt), asc(authUser.id))

export async function getMember(db: Db, id: string): Promise<MemberRow | null> {
  const [row] = await db.select().from(authUser).where(eq(authUser.id, id))
  return row ?? null
}

export async function findMemberByEmail(db: Db, email: string): Promise<MemberRow | null> {
  const [row] = await db.select().from(authUser).where(eq(authUser.email, email.toLowerCase()))
  return row ?? null
}

/** Whether somebody has a way of signing in at this provider (`credential` for a password). */
export async function hasAccount(db: Db, userId: string, providerId: string): Promise<boolean> {
  const rows = await db
    .select({ id: authAccount.id })
    .from(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, providerId)))
  return rows.length > 0
}

export async function hasPassword(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: authAccount.id })
    .from(authAccount)
    .where(and(eq(authAccount.userId, id), isNotNull(authAccount.password)))
  return rows.length > 0
}

export async function renameMember(db: Db, id: string, name: string): Promise<void> {
  await db
    .update(authUser)
    .set({ name, updatedAt: sql`now()` })
    .where(eq(authUser.id, id))
}

/** The names of people by their ids. */
export async function findNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: authUser.id, name: authUser.name })
    .from(authUser)
    .where(inArray(authUser.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
