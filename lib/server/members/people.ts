import 'server-only'
import type {
  Done,
  Invitation,
  InvitationRequest,
  Member,
  MemberPatch,
  NewInvitation,
  People,
  ResetLink,
} from '@/lib/contracts/people'
import { AppError } from '@/lib/server/platform/app-error'
import { resetIdentifier } from '@/lib/server/auth/reset-link'
import { newToken, tokenHash } from '@/lib/server/auth/token'
import * as memberChange from '@/lib/server/auth/store/change-member'
import * as invitationRows from '@/lib/server/auth/store/invitations'
import * as people from '@/lib/server/auth/store/people'
import { insertResetLink } from '@/lib/server/auth/store/reset-links'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { assertStillMay } from '@/lib/server/auth/still-may'

const invitationMs = 7 * 24 * 3_600_000

const toMember = (row: people.MemberRow & { lastSeenAt?: Date | null }): Member => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  twoFactor: row.twoFactorEnabled ?? false,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
})

const toInvitation = (row: invitationRows.InvitationRow, invitedBy: string): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})

function assertSignIn({ signIn }: Context): void {
  if (signIn.auth === null) throw new AppError('not_found')
}

/** Everyone who may sign in, or could once, and who is invited. */
export async function listPeople(context: Context): Promise<People> {
  const [members, invitations] = await Promise.all([
    people.listMembers(context.db),
    invitationRows.listInvitations(context.db),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return {
    members: members.map(toMember),
    invitations: invitations.map((row) => toInvitation(row, names.get(row.invitedBy) ?? 'Somebody')),
  }
}

/**
 * Invites somebody by a link that works once, for a week; an earlier one to the same address works no more.
 * @throws AppError already_a_member
 */
export async function invite(context: Context, { email, role }: InvitationRequest): Promise<NewInvitation> {
  assertSignIn(context)
  if (await people.findMemberByEmail(context.db, email)) throw new AppError('already_a_member')
  const token = newToken()
  const row = await inOneStep(context, async (within) => {
    await assertStillMay(within, 'people')
    const made = await invitationRows.insertInvitation(within.db, {
      tokenHash: tokenHash(token),
      email,
      role,
      invitedBy: context.actor.id,
      expiresAt: new Date(context.now().getTime() + invitationMs),
    })
    await audit(within, 'invitation.made', { subject: made.email, detail: { role } })
    return made
  })
  const from = context.actor.name
  const mailed = (await context.signIn.mail?.invitation({ email: row.email }, { token, role, from })) ?? false
  return { invitation: toInvitation(row, from), token, mailed }
}

/** Takes an invitation back. @throws AppError link_not_usable */
export async function withdrawInvitation(context: Context, id: string): Promise<Done> {
  await inOneStep(context, async (within) => {
    await assertStillMay(within, 'people')
    const row = await invitationRows.revokeInvitation(within.db, id)
    if (!row) throw new AppError('link_not_usable')
    await audit(within, 'invitation.withdrawn', { subject: row.email })
  })
  return { done: true }
}

/**
 * Gives somebody another role, or takes away that they may sign in: at once, everywhere.
 * @throws AppError person_not_found, or last_owner when no owner would be left
 */
export async function changeMember(context: Context, id: string, patch: MemberPatch): Promise<Member> {
  return inOneStep(context, async (within) => {
    const before = await people.getMember(within.db, id)
    if (before === null) throw new AppError('person_not_found')
    const row = await memberChange.changeMember(within.db, id, { ...patch, by: context.actor.id })
    if (row === 'not-owner') throw new AppError('forbidden', { reason: 'people' })
    if (row === 'last-owner') throw new AppError('last_owner')
    if (row === null) throw new AppError('person_not_found')
    const { role, disabled } = patch
    if (role !== undefined && role !== before.role) {
      await audit(within, 'role.changed', {
        subject: row.email,
        detail: { from: before.role, to: role },
      })
    }
    if (disabled !== undefined && disabled !== (before.disabledAt !== null)) {
      await audit(within, disabled ? 'person.disabled' : 'person.enabled', { subject: row.email })
    }
    return toMember(row)
  })
}

const resetMs = 3_600_000

/**
 * A link by which somebody chooses a new password, for an hour, once; earlier ones open nothing any more.
 * @throws AppError person_not_found
 */
export async function makeResetLink(context: Context, id: string): Promise<ResetLink> {
  assertSignIn(context)
  const token = newToken()
  await inOneStep(context, async (within) => {
    await assertStillMay(within, 'people')
    const row = await people.getMember(within.db, id)
    if (!row || row.disabledAt) throw new AppError('person_not_found')
    await insertResetLink(within.db, {
      identifier: resetIdentifier(token),
      userId: id,
      issuedBy: context.actor.id,
      expiresAt: new Date(context.now().getTime() + resetMs),
    })
    await audit(within, 'password.reset_link_made', { subject: row.email })
  })
  return { token }
}
