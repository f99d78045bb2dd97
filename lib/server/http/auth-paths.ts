import * as z from 'zod/mini'
import type { Limit } from '@/lib/server/auth/limits'

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))
const password = text(1_024)
const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email())
const code = z.string().check(z.trim(), z.minLength(4), z.maxLength(32))

/** How one of better-auth's addresses is let through. */
export type AuthPath = {
  method: 'GET' | 'POST'
  /** All that is passed on of a body. */
  body?: z.ZodMiniType<Record<string, unknown>>
  /** What counts its attempts: by the account that is named, from where it comes or from anywhere, the one signed in, or where it comes from. */
  limits: { pair?: Limit; account?: Limit; own?: Limit; address?: Limit }
  /** `failed` unless named: an attempt that went well does not count. */
  counted?: 'failed' | 'always'
  /** What the audit log calls it when it went well, and when it did not. */
  done?: string
  refused?: string
  /** Needs the identity provider. */
  issuer?: true
  /** Needs that mail can be sent. */
  mail?: true
  /** Needs somebody who is signed in. */
  own?: true
}

/**
 * The addresses under /api/auth that are open. All others of the library's answer as if they were not there: people are
 * made, changed and listed by services of our own, which know roles.
 */
export const authPaths: Record<string, AuthPath> = {
  'sign-in/email': {
    method: 'POST',
    body: z.object({ email, password, rememberMe: z.optional(z.boolean()) }),
    limits: { pair: 'signInPair', account: 'signInAccount', address: 'signInAddress' },
    refused: 'sign_in.failed',
  },
  'sign-in/social': {
    method: 'POST',
    body: z.object({ returnTo: z.optional(z.string()) }),
    limits: { address: 'beginAddress' },
    counted: 'always',
    issuer: true,
  },
  'callback/oidc': {
    method: 'GET',
    limits: { address: 'signInAddress' },
    refused: 'sign_in.failed',
    issuer: true,
  },
  'two-factor/verify-totp': {
    method: 'POST',
    body: z.object({ code }),
    limits: { address: 'codeAddress' },
    refused: 'sign_in.code_refused',
  },
  'two-factor/verify-backup-code': {
    method: 'POST',
    body: z.object({ code }),
    limits: { address: 'codeAddress' },
    done: 'sign_in.recovery_code_used',
    refused: 'sign_in.code_refused',
  },
  'sign-out': { method: 'POST', limits: {}, done: 'sign_in.ended', own: true },
  'get-session': { method: 'GET', limits: {} },
  'request-password-reset': {
    method: 'POST',
    body: z.object({ email }),
    limits: { account: 'resetAccount', address: 'resetAddress' },
    counted: 'always',
    done: 'password.reset_asked',
    mail: true,
  },
  'reset-password': {
    method: 'POST',
    body: z.object({ token: z.string().check(z.regex(/^[\w-]{1,256}$/)), newPassword: password }),
    limits: { address: 'resetAddress' },
    done: 'password.reset',
  },
  'change-password': {
    method: 'POST',
    body: z.object({ currentPassword: password, newPassword: password }),
    limits: { own: 'passwordAccount' },
    done: 'password.changed',
    refused: 'password.refused',
    own: true,
  },
  'two-factor/enable': {
    method: 'POST',
    body: z.object({ password }),
    limits: { own: 'passwordAccount' },
    done: 'two_factor.begun',
    refused: 'password.refused',
    own: true,
  },
  'two-factor/disable': {
    method: 'POST',
    body: z.object({ password }),
    limits: { own: 'passwordAccount' },
    done: 'two_factor.disabled',
    refused: 'password.refused',
    own: true,
  },
  'two-factor/generate-backup-codes': {
    method: 'POST',
    body: z.object({ password }),
    limits: { own: 'passwordAccount' },
    done: 'two_factor.codes_made',
    refused: 'password.refused',
    own: true,
  },
}
