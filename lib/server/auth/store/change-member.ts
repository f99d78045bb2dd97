import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/role'
import { fetch, fetchRun } from '@/lib/server/db/ledger-schema'
import type { Db } from '@/lib/server/db/open-database'
import { authSession, authUser, authVerification, invitation } from '@/lib/server/db/people-schema'
import { isOpen } from './invitations'
import type { MemberRow } from './people'
import { voidLinks } from './reset-links'

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
