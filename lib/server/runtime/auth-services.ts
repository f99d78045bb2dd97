import 'server-only'
import type {
  Done,
  InvitationAccept,
  InvitationFacts,
  ResetLinkFacts,
  SetupRequest,
} from '@/lib/contracts/people'
import { cleanLine } from '@/lib/domain/clean-text'
import type { Actor } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import type { Auth } from '@/lib/server/auth/auth'
import { whyNotPassword } from '@/lib/server/auth/password-rules'
import { resetIdentifier } from '@/lib/server/auth/reset-link'
import { tokenHash } from '@/lib/server/auth/token'
import type { Db } from '@/lib/server/db/open-database'
import { recordAudit } from '@/lib/server/audit/store/audit'
import * as invitations from '@/lib/server/auth/store/invitations'
import * as people from '@/lib/server/auth/store/people'
import * as sessions from '@/lib/server/auth/store/sessions'
import { findResetLink, voidLinks } from '@/lib/server/auth/store/reset-links'
import type { BaseContext } from '@/lib/server/auth/context'
import { addToInboxes } from '@/lib/server/reviews/store/inbox'
import { createGuest, type GuestOptions } from '@/lib/server/sharing/guest'

/** Where a request came from; null where that cannot be told. */
type From = string | null

async function hashed(auth: Auth, password: string, about: readonly string[]): Promise<string> {
  const why = whyNotPassword(password, about)
  if (why) throw new AppError('password_not_usable', { reason: why })
  return (await auth.$context).password.hash(password)
}

function requireAuth({ signIn }: BaseContext): Auth {
  if (signIn.auth === null) throw new AppError('not_found')
  return signIn.auth
}

const cleanName = (text: string): string => {
  const name = cleanLine(text)
  if (!name) throw new AppError('invalid_body', { reason: 'name: give a name that can be read.' })
  return name
}

const recordEntry = (db: Db, row: people.MemberRow, action: string, address: From) =>
  recordAudit(db, {
    action,
    actorId: row.id,
    actorName: row.name,
    subject: row.email,
    detail: { role: row.role },
    address,
  })

// Sharing knows nothing of inboxes.
const tellDone: NonNullable<GuestOptions['tellDone']> = (tx, link, { name, at }) => {
  const { account, jobId, title, createdBy } = link
  const item = { kind: 'link_done' as const, account, jobId, applicationId: null, text: title }
  return addToInboxes(tx, [createdBy], { ...item, byName: name, at })
}

/** Makes the first owner, once. @throws AppError setup_closed, password_not_usable, too_many_attempts */
async function setUp(
  base: BaseContext,
  { token, name, email, password }: SetupRequest,
  from: From,
): Promise<Done> {
  const auth = requireAuth(base)
  await base.limits.take({ setupAddress: from, setupAll: 'all' })
  const passwordHash = await hashed(auth, password, [name, email])
  const owner = { name: cleanName(name), email, passwordHash }
  const done = await base.db.transaction(async (tx) => {
    const row = await invitations.claimSetup(tx, tokenHash(token), owner)
    if (row) await recordEntry(tx, row, 'setup.done', from)
    return row !== null
  })
  if (done) return { done }
  const refusal = { subject: null, detail: null, address: from }
  await recordAudit(base.db, { ...refusal, action: 'setup.refused', actorId: null, actorName: 'Nobody' })
  throw new AppError('setup_closed')
}

async function lookAtInvitation(base: BaseContext, token: string, from: From): Promise<InvitationFacts> {
  requireAuth(base)
  await base.limits.take({ invitationAddress: from })
  const found = await invitations.findInvitation(base.db, tokenHash(token))
  if (!found) throw new AppError('link_not_usable')
  return { email: found.email, role: found.role, issuer: base.signIn.issuer }
}

/** Whose password a link changes. @throws AppError link_not_usable, too_many_attempts */
async function lookAtResetLink(base: BaseContext, token: string, from: From): Promise<ResetLinkFacts> {
  requireAuth(base)
  await base.limits.take({ resetAddress: from })
  const found = await findResetLink(base.db, resetIdentifier(token))
  if (!found) throw new AppError('link_not_usable')
  return found
}

/** Lets in who was invited. @throws AppError link_not_usable, password_not_usable, too_many_attempts */
async function acceptInvitation(
  base: BaseContext,
  { token, name, password }: InvitationAccept,
  from: From,
): Promise<Done> {
  const auth = requireAuth(base)
  await base.limits.take({ invitationAddress: from })
  if (password === null && base.signIn.issuer === null) {
    throw new AppError('password_not_usable', { reason: 'Choose a password.' })
  }
  const email = (await invitations.findInvitation(base.db, tokenHash(token)))?.email ?? ''
  const passwordHash = password === null ? null : await hashed(auth, password, [name, email])
  const member = { name: cleanName(name), passwordHash }
  await base.db.transaction(async (tx) => {
    const row = await invitations.acceptInvitation(tx, tokenHash(token), member)
    if (!row) throw new AppError('link_not_usable')
    await recordEntry(tx, row, 'invitation.accepted', from)
  })
  return { done: true }
}

/** What anybody may ask for, before they are known. */
export function createAuthServices(base: BaseContext) {
  return {
    signIn: base.signIn.auth !== null,
    issuer: base.signIn.issuer,
    mail: base.signIn.mail !== null,
    isSetupOpen: async () => base.signIn.auth !== null && invitations.isSetupOpen(base.db),
    setUp: (request: SetupRequest, from: From) => setUp(base, request, from),
    lookAtInvitation: (token: string, from: From) => lookAtInvitation(base, token, from),
    acceptInvitation: (request: InvitationAccept, from: From) => acceptInvitation(base, request, from),
    memberByEmail: (email: string) => people.findMemberByEmail(base.db, email),
    memberById: (id: string) => people.getMember(base.db, id),
    voidLinks: (id: string) => voidLinks(base.db, id),
    lookAtResetLink: (token: string, from: From) => lookAtResetLink(base, token, from),
    isResetLinkOpen: async (token: string) => (await findResetLink(base.db, resetIdentifier(token))) !== null,
    endSession: async ({ id, sessionId }: Actor) => {
      if (sessionId !== null) await sessions.endSession(base.db, id, sessionId)
    },
    endOtherSessions: ({ id, sessionId }: Actor) => sessions.endSessions(base.db, id, sessionId),
    guest: createGuest(base, { tellDone }),
    recordAudit: (record: Parameters<typeof recordAudit>[1]) => recordAudit(base.db, record),
  }
}
export type AuthServices = ReturnType<typeof createAuthServices>
