import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/people'
import type { Db } from '@/lib/server/db/open-database'
import {
  authAccount,
  authSession,
  authUser,
  authVerification,
  invitation,
  setup,
} from '@/lib/server/db/people-schema'
import { fetch, fetchRun } from '@/lib/server/db/schema'
import { voidLinks } from './reset-links'

export type MemberRow = typeof authUser.$inferSelect
export type InvitationRow = typeof invitation.$inferSelect

const setupRow = 1

/** Keeps what opens the setup, unless there was one already. @returns whether the setup is open */
export async function keepSetupToken(db: Db, tokenHash: string): Promise<boolean> {
  const rows = await db
    .insert(setup)
    .values({ id: setupRow, tokenHash })
    .onConflictDoUpdate({ target: setup.id, set: { tokenHash }, setWhere: isNull(setup.claimedAt) })
    .returning({ id: setup.id })
  return rows.length > 0
}

/** Whether the first owner is still to be made. */
export async function isSetupOpen(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: setup.id })
    .from(setup)
    .where(and(isNull(setup.claimedAt), isNotNull(setup.tokenHash)))
  return rows.length > 0
}

type NewMember = { name: string; email: string; role: Role; passwordHash: string | null }

/** Enters somebody who may sign in. Their address counts as verified: they opened a link that was sent to it. */
async function insertMember(db: Db, { passwordHash, email, ...rest }: NewMember): Promise<MemberRow | null> {
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

/** Makes the one first owner; of many who try at once, one succeeds. @returns null when it was not the token, or too late */
export const claimSetup = (db: Db, tokenHash: string, owner: Omit<NewMember, 'role'>) =>
  db.transaction(async (tx) => {
    const claimed = await tx
      .update(setup)
      .set({ claimedAt: sql`now()`, tokenHash: null })
      .where(and(eq(setup.id, setupRow), isNull(setup.claimedAt), eq(setup.tokenHash, tokenHash)))
      .returning({ id: setup.id })
    return claimed.length === 0 ? null : insertMember(tx, { ...owner, role: 'owner' })
  })

const isOpen = and(
  isNull(invitation.acceptedAt),
  isNull(invitation.revokedAt),
  gt(invitation.expiresAt, sql`now()`),
)

export type NewInvitation = {
  tokenHash: string
  email: string
  role: Role
  invitedBy: string
  expiresAt: Date
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

/** Enters an invitation, in a transaction; earlier ones to the same address open nothing any more. */
export async function insertInvitation(tx: Db, { email, ...rest }: NewInvitation): Promise<InvitationRow> {
  const to = email.toLowerCase()
  await tx
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitation.email, to), isOpen))
  const [row] = await tx
    .insert(invitation)
    .values({ ...rest, id: randomUUID(), email: to })
    .returning()
  if (!row) throw new Error('the store gave no row back')
  return row
}

/** The invitations that can still be accepted, newest first. */
export const listInvitations = (db: Db): Promise<InvitationRow[]> =>
  db.select().from(invitation).where(isOpen).orderBy(desc(invitation.createdAt))

export async function findInvitation(db: Db, tokenHash: string): Promise<InvitationRow | null> {
  const [row] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, tokenHash), isOpen))
  return row ?? null
}

/** @returns null when there is no such open invitation */
export async function revokeInvitation(db: Db, id: string): Promise<InvitationRow | null> {
  const [row] = await db
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitation.id, id), isOpen))
    .returning()
  return row ?? null
}

/**
 * Lets in whoever holds the link, once, as long as its inviter may invite.
 * @returns null when it opens nothing any more
 */
export const acceptInvitation = (
  db: Db,
  tokenHash: string,
  member: Pick<NewMember, 'name' | 'passwordHash'>,
) =>
  db.transaction(async (tx) => {
    const found = await findInvitation(tx, tokenHash)
    // The inviter before the invitation, in the order in which a demotion locks them.
    if (!found || (await lockRole(tx, found.invitedBy)) !== 'owner') return null
    const [accepted] = await tx
      .update(invitation)
      .set({ acceptedAt: sql`now()` })
      .where(and(eq(invitation.tokenHash, tokenHash), isOpen))
      .returning()
    if (!accepted) return null
    const { email, role } = accepted
    return insertMember(tx, { ...member, email, role })
  })

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

export async function getMember(db: Db, id: string): Promise<MemberRow | null> {
  const [row] = await db.select().from(authUser).where(eq(authUser.id, id))
  return row ?? null
}

export async function findMemberByEmail(db: Db, email: string): Promise<MemberRow | null> {
  const [row] = await db.select().from(authUser).where(eq(authUser.email, email.toLowerCase()))
  return row ?? null
}

// Of a fetch of many pages, the page under way is the last one.
async function stopSpending(db: Db, userId: string): Promise<void> {
  const begun = db.selectDistinct({ id: fetch.runId }).from(fetch).where(eq(fetch.who, userId))
  await db
    .update(fetchRun)
    .set({ cancelled: true })
    .where(and(eq(fetchRun.state, 'running'), inArray(fetchRun.id, begun)))
}

/** What changes, and the owner who asks for it. */
type Change = { role?: Role; disabled?: boolean; by: string }

/**
 * Changes what somebody may do. Whoever is disabled is signed out everywhere at once.
 * @returns 'not-owner' when the one who asks is no owner any more, 'last-owner' when nobody would be left who may do this,
 * null when there is no such person
 */
export const changeMember = (db: Db, id: string, { role, disabled, by }: Change) =>
  db.transaction(async (tx): Promise<MemberRow | 'not-owner' | 'last-owner' | null> => {
    // Every owner's row: two owners who demote each other at once must not both succeed.
    const owners = await tx
      .select({ id: authUser.id })
      .from(authUser)
      .where(and(eq(authUser.role, 'owner'), isNull(authUser.disabledAt)))
      .orderBy(authUser.id)
      .for('update')
    if (!owners.some((owner) => owner.id === by)) return 'not-owner'
    const stays = role === undefined ? !disabled : role === 'owner' && !disabled
    if (!stays && owners.length === 1 && owners[0]?.id === id) return 'last-owner'
    const set = {
      ...(role === undefined ? {} : { role }),
      ...(disabled === undefined ? {} : { disabledAt: disabled ? sql`now()` : null }),
      updatedAt: sql`now()`,
    }
    const [row] = await tx.update(authUser).set(set).where(eq(authUser.id, id)).returning()
    if (!row) return null
    if (disabled) await tx.delete(authSession).where(eq(authSession.userId, id))
    if (disabled || role === 'viewer') await stopSpending(tx, id)
    if (disabled) await voidLinks(tx, id)
    // What somebody made as an owner must not let anybody in after they are none.
    const leaves = owners.some((owner) => owner.id === id) && !stays
    if (leaves) {
      await tx
        .update(invitation)
        .set({ revokedAt: sql`now()` })
        .where(and(eq(invitation.invitedBy, id), isOpen))
      await tx.delete(authVerification).where(eq(authVerification.issuedBy, id))
    }
    return row
  })

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

export type SessionRow = typeof authSession.$inferSelect

/** Where somebody is signed in now, latest first. */
export const listSessions = (db: Db, userId: string): Promise<SessionRow[]> =>
  db
    .select()
    .from(authSession)
    .where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, sql`now()`)))
    .orderBy(desc(authSession.createdAt), desc(authSession.id))

/** Ends one of somebody's sessions. @returns whether there was such a one */
export async function endSession(db: Db, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), eq(authSession.id, id)))
    .returning({ id: authSession.id })
  return rows.length > 0
}

/** Ends somebody's sessions, but for one. @returns how many */
export async function endSessions(db: Db, userId: string, except: string | null): Promise<number> {
  const rows = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), except === null ? undefined : ne(authSession.id, except)))
    .returning({ id: authSession.id })
  return rows.length
}

/** Takes away what has run out by itself. */
export async function sweepSignIn(db: Db): Promise<void> {
  await db.delete(authSession).where(sql`${authSession.expiresAt} < now()`)
  await db.execute(sql`delete from auth_verification where expires_at < now()`)
  await db.execute(sql`delete from rate_limit where expire < ${Date.now() - 3_600_000}`)
}
