import * as z from 'zod/mini'
import type { MemberSettingsPatch } from '@/lib/contracts/member-settings'
import type { InvitationRequest, MemberPatch } from '@/lib/contracts/people'
import { contractsIn } from './answers'
import { ask, call, json } from './http'

const ofPeople = contractsIn(() => import('@/lib/contracts/people'))
const body = (method: string, value: unknown = {}): RequestInit => ({ ...json(value), method })

const begun = async () => z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
const codes = async () => z.object({ backupCodes: z.array(z.string()) })

/** What somebody changes of their own account, and an owner of others'. Each throws `ProblemError`. */
export const settings = {
  rename: async (name: string) => call(ofPeople('me'), '/api/me', body('PATCH', { name })),
  read: (signal?: AbortSignal) =>
    call(async () => (await import('@/lib/contracts/member-settings')).memberSettings, '/api/me/settings', {
      signal,
    }),
  /** Stores choices of one's own; what is left out stays. */
  save: (patch: MemberSettingsPatch) =>
    call(
      async () => (await import('@/lib/contracts/member-settings')).memberSettings,
      '/api/me/settings',
      body('PATCH', patch),
    ),
  changePassword: (currentPassword: string, newPassword: string) =>
    ask('/api/auth/change-password', body('POST', { currentPassword, newPassword })),
  /** Begins a second factor; it holds once a code of it was given to `verifyTwoFactor`. */
  beginTwoFactor: (password: string) =>
    call(begun, '/api/auth/two-factor/enable', body('POST', { password })),
  verifyTwoFactor: (code: string) => ask('/api/auth/two-factor/verify-totp', body('POST', { code })),
  disableTwoFactor: (password: string) => ask('/api/auth/two-factor/disable', body('POST', { password })),
  newRecoveryCodes: (password: string) =>
    call(codes, '/api/auth/two-factor/generate-backup-codes', body('POST', { password })),
  endSession: (id: string) => call(ofPeople('done'), `/api/sessions/${id}`, { method: 'DELETE' }),
  endOtherSessions: () => call(ofPeople('sessionsEnded'), '/api/sessions?others=1', { method: 'DELETE' }),
  endAllSessions: () => call(ofPeople('sessionsEnded'), '/api/sessions', { method: 'DELETE' }),
  invite: (request: InvitationRequest) =>
    call(ofPeople('newInvitation'), '/api/invitations', body('POST', request)),
  withdrawInvitation: (id: string) => call(ofPeople('done'), `/api/invitations/${id}`, { method: 'DELETE' }),
  changeMember: (id: string, patch: MemberPatch) =>
    call(ofPeople('member'), `/api/people/${id}`, body('PATCH', patch)),
  /** A link for a new password, told once. */
  makeResetLink: (id: string) =>
    call(ofPeople('resetLink'), `/api/people/${id}/reset-link`, { method: 'POST' }),
}
