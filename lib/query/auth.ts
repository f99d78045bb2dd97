import * as z from 'zod/mini'
import type { InvitationAccept, SetupRequest } from '@/lib/contracts/people'
import { contractsIn } from './answers'
import { ask, call, json } from './http'

const ofPeople = contractsIn(() => import('@/lib/contracts/people'))
const done = ofPeople('done')
const resetLinkFacts = ofPeople('resetLinkFacts')
const invitationFacts = ofPeople('invitationFacts')

// Of the library's answers, only what is asked of them.
const entered = async () =>
  z.object({ twoFactorRedirect: z.optional(z.boolean()), url: z.optional(z.nullable(z.string())) })

const post = (body: unknown): RequestInit => ({ ...json(body), method: 'POST' })

/** What somebody who is not signed in can ask for. Each throws `ProblemError`. */
export const authQueries = {
  setUp: (request: SetupRequest) => call(done, '/api/setup', post(request)),
  /** @returns whether a code of the second factor is asked for */
  async signIn(email: string, password: string): Promise<{ needsCode: boolean }> {
    const { twoFactorRedirect } = await call(entered, '/api/auth/sign-in/email', post({ email, password }))
    return { needsCode: twoFactorRedirect === true }
  },
  verifyCode: (code: string) => ask('/api/auth/two-factor/verify-totp', post({ code })),
  verifyRecoveryCode: (code: string) => ask('/api/auth/two-factor/verify-backup-code', post({ code })),
  /** @returns where the identity provider asks who one is */
  async issuerUrl(returnTo: string): Promise<string> {
    const { url } = await call(entered, '/api/auth/sign-in/social', post({ returnTo }))
    if (!url) throw new Error('the identity provider’s address is missing')
    return url
  },
  askForReset: (email: string) => ask('/api/auth/request-password-reset', post({ email })),
  resetPassword: (token: string, newPassword: string) =>
    ask('/api/auth/reset-password', post({ token, newPassword })),
  lookAtResetLink: (token: string) => call(resetLinkFacts, '/api/password-resets/look', post({ token })),
  lookAtInvitation: (token: string) => call(invitationFacts, '/api/invitations/look', post({ token })),
  acceptInvitation: (request: InvitationAccept) => call(done, '/api/invitations/accept', post(request)),
  signOut: () => ask('/api/auth/sign-out', post({})),
}
