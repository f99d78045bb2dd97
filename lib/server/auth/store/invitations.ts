import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/role'
import type { Db } from '@/lib/server/db/open-database'
import { invitation, setup } from '@/lib/server/db/people-schema'
import { insertMember, lockRole, type NewMember } from './people'

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

/** Whether an invitation can still be accepted. */
export const isOpen = and(
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
 * Admits the holder of the link, once, while its inviter may still invite.
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
