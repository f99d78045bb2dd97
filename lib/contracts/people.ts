import * as z from 'zod/mini'
import { role } from './role'

const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email())
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
// How good it is, is judged on the server, in words.
const password = z.string().check(z.minLength(1), z.maxLength(1_024))
const token = z.string().check(z.minLength(1), z.maxLength(256))

/** Makes the first owner. */
export const setupRequest = z.object({ token, name, email, password })
export type SetupRequest = z.infer<typeof setupRequest>

export const done = z.object({ done: z.literal(true) })
export type Done = z.infer<typeof done>

export const invitationLook = z.object({ token })
/** What somebody is invited to. */
export const invitationFacts = z.object({ email: z.string(), role, issuer: z.nullable(z.string()) })
export type InvitationFacts = z.infer<typeof invitationFacts>
export const resetLinkLook = z.object({ token: z.string().check(z.regex(/^[\w-]{1,256}$/)) })
/** Whose password a link changes. */
export const resetLinkFacts = z.object({ email: z.string() })
export type ResetLinkFacts = z.infer<typeof resetLinkFacts>

/** `password` null: signs in with the identity provider. */
export const invitationAccept = z.object({ token, name, password: z.nullable(password) })
export type InvitationAccept = z.infer<typeof invitationAccept>

export const invitationRequest = z.object({ email, role })
export type InvitationRequest = z.infer<typeof invitationRequest>
export const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitation>
/** `token` goes into the link and is told this once; `mailed` says whether it was sent as well. */
export const newInvitation = z.object({ invitation, token: z.string(), mailed: z.boolean() })
export type NewInvitation = z.infer<typeof newInvitation>

export const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  twoFactor: z.boolean(),
  disabledAt: z.nullable(z.iso.datetime()),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.nullable(z.iso.datetime()),
})
export type Member = z.infer<typeof member>
export const people = z.object({ members: z.array(member), invitations: z.array(invitation) })
export type People = z.infer<typeof people>
export const memberPatch = z.object({ role: z.optional(role), disabled: z.optional(z.boolean()) })
export type MemberPatch = z.infer<typeof memberPatch>

/** Who is signed in. `mayChange` is false at a desk without sign-in. */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  role,
  twoFactor: z.boolean(),
  hasPassword: z.boolean(),
  signIn: z.boolean(),
})
export type Me = z.infer<typeof me>
export const mePatch = z.object({ name })
export type MePatch = z.infer<typeof mePatch>

export const session = z.object({
  id: z.string(),
  /** As the browser calls itself. */
  userAgent: z.nullable(z.string()),
  address: z.nullable(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  current: z.boolean(),
})
export type Session = z.infer<typeof session>
export const sessionList = z.object({ items: z.array(session) })
export type SessionList = z.infer<typeof sessionList>
export const sessionsEnded = z.object({ ended: z.int() })
export type SessionsEnded = z.infer<typeof sessionsEnded>

/** Opens `/new-password#token` once, within an hour. */
export const resetLink = z.object({ token: z.string() })
export type ResetLink = z.infer<typeof resetLink>
