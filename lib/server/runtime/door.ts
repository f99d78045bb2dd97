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
import * as people from '@/lib/server/auth/store/people'
import { findResetLink, voidLinks } from '@/lib/server/auth/store/reset-links'
import type { Context } from '@/lib/server/auth/context'
import { createGuest } from '@/lib/server/sharing/guest'

type Desk = Omit<Context, 'actor'>
/** Where a request came from; null where that cannot be told. */
type From = string | null

async function hashed(auth: Auth, password: string, about: readonly string[]): Promise<string> {
  const why = whyNotPassword(password, about)
  if (why) throw new AppError('password_not_usable', { reason: why })
  return (await auth.$context).password.hash(password)
}

function authOf({ signIn }: Desk): Auth {
  if (signIn.auth === null) throw new AppError('not_found')
  return signIn.auth
}

const nameOf = (text: string): string => {
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

/** Makes the first owner, once. @throws AppError setup_closed, password_not_usable, too_many_attempts */
async function setUp(desk: Desk, { token, name, email, password }: SetupRequest, from: From): Promise<Done> {
  const auth = authOf(desk)
  await desk.limits.take({ setupAddress: from, setupAll: 'all' })
  const passwordHash = await hashed(auth, password, [name, email])
  const owner = { name: nameOf(name), email, passwordHash }
  const done = await desk.db.transaction(async (tx) => {
    const row = await people.claimSetup(tx, tokenHash(token), owner)
    if (row) await recordEntry(tx, row, 'setup.done', from)
    return row !== null
  })
  if (done) return { done }
  const refusal = { subject: null, detail: null, address: from }
  await recordAudit(desk.db, { ...refusal, action: 'setup.refused', actorId: null, actorName: 'Nobody' })
  throw new AppError('setup_closed')
}

async function lookAtInvitation(desk: Desk, token: string, from: From): Promise<InvitationFacts> {
  authOf(desk)
  await desk.limits.take({ invitationAddress: from })
  const found = await people.findInvitation(desk.db, tokenHash(token))
  if (!found) throw new AppError('link_not_usable')
  return { email: found.email, role: found.role, issuer: desk.signIn.issuer }
}

/** Whose password a link changes. @throws AppError link_not_usable, too_many_attempts */
async function lookAtResetLink(desk: Desk, token: string, from: From): Promise<ResetLinkFacts> {
  authOf(desk)
  await desk.limits.take({ resetAddress: from })
  const found = await findResetLink(desk.db, resetIdentifier(token))
  if (!found) throw new AppError('link_not_usable')
  return found
}

/** Lets in who was invited. @throws AppError link_not_usable, password_not_usable, too_many_attempts */
async function acceptInvitation(
  desk: Desk,
  { token, name, password }: InvitationAccept,
  from: From,
): Promise<Done> {
  const auth = authOf(desk)
  await desk.limits.take({ invitationAddress: from })
  if (password === null && desk.signIn.issuer === null) {
    throw new AppError('password_not_usable', { reason: 'Choose a password.' })
  }
  const email = (await people.findInvitation(desk.db, tokenHash(token)))?.email ?? ''
  const passwordHash = password === null ? null : await hashed(auth, password, [name, email])
  const member = { name: nameOf(name), passwordHash }
  await desk.db.transaction(async (tx) => {
    const row = await people.acceptInvitation(tx, tokenHash(token), member)
    if (!row) throw new AppError('link_not_usable')
    await recordEntry(tx, row, 'invitation.accepted', from)
  })
  return { done: true }
}

/** What anybody may ask for, before they are known. */
export function createDoor(desk: Desk) {
  return {
    signIn: desk.signIn.auth !== null,
    issuer: desk.signIn.issuer,
    mail: desk.signIn.mail !== null,
    isSetupOpen: async () => desk.signIn.auth !== null && people.isSetupOpen(desk.db),
    setUp: (request: SetupRequest, from: From) => setUp(desk, request, from),
    lookAtInvitation: (token: string, from: From) => lookAtInvitation(desk, token, from),
    acceptInvitation: (request: InvitationAccept, from: From) => acceptInvitation(desk, request, from),
    memberByEmail: (email: string) => people.findMemberByEmail(desk.db, email),
    memberById: (id: string) => people.getMember(desk.db, id),
    voidLinks: (id: string) => voidLinks(desk.db, id),
    lookAtResetLink: (token: string, from: From) => lookAtResetLink(desk, token, from),
    isResetLinkOpen: async (token: string) => (await findResetLink(desk.db, resetIdentifier(token))) !== null,
    endSession: async ({ id, sessionId }: Actor) => {
      if (sessionId !== null) await people.endSession(desk.db, id, sessionId)
    },
    endOtherSessions: ({ id, sessionId }: Actor) => people.endSessions(desk.db, id, sessionId),
    guest: createGuest(desk),
    recordAudit: (record: Parameters<typeof recordAudit>[1]) => recordAudit(desk.db, record),
  }
}
export type Door = ReturnType<typeof createDoor>
