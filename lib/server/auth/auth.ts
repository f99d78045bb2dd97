import 'server-only'
import { randomBytes } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Db } from '@/lib/server/db/open-database'
import * as tables from '@/lib/server/db/people-schema'
import type { Env } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { getMember, hasAccount } from '@/lib/server/auth/store/people'
import { voidOlderResetLinks } from '@/lib/server/auth/store/reset-links'
import { resetIdentifier, storeIdentifier } from './reset-link'
import { longestPassword, shortestPassword, whyNotPassword } from './password-rules'

const sessionSeconds = 14 * 24 * 3_600
const linkSeconds = 3_600

export type AuthOptions = {
  db: Db
  log: Log
  secret: string
  /** Where people open the product, when it is known; else each request says. */
  appUrl: string | null
  /** Set for the instance that talks to the identity provider. */
  oidc: Oidc | null
  /** Brings a link for a new password to its owner; null where no mail can be sent. */
  sendReset: ((to: { email: string; name: string }, token: string) => Promise<void>) | null
}

// Under https a cookie of this name cannot be set by a neighbouring host or over plain http.
export const cookiePrefix = (appUrl: string | null) =>
  appUrl?.startsWith('https://') ? '__Host-shortlist' : 'shortlist'

// Ten letters of 32 that cannot be taken for each other: 50 bits, each of which is good once.
const letters = 'abcdefghjkmnpqrstuvwxyz023456789'
function recoveryCode(): string {
  const text = [...randomBytes(10)].map((byte) => letters[byte & 31]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

type Oidc = NonNullable<Env['oidc']>

type AuthUser = { id: string; email: string; name: string }

const noTokens = { accessToken: null, refreshToken: null, idToken: null }

const refused = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message })

// Limits what is stored about an identity provider account, and who may start a session.
const guardRows = (db: AuthOptions['db']): NonNullable<BetterAuthOptions['databaseHooks']> => ({
  // The identity provider is asked who somebody is, and nothing more: its tokens are of no use afterwards.
  account: {
    create: {
      async before(account) {
        // Who they are to the provider was settled by their first sign-in: an address alone, which a provider may give
        // to somebody else later, does not make another subject the same person. Nor does an attempt that is refused
        // because they are disabled.
        const { userId, providerId } = account
        const user = await getMember(db, userId)
        if (user === null || user.disabledAt !== null || (await hasAccount(db, userId, providerId)))
          return false
        return { data: { ...account, ...noTokens } }
      },
    },
    update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
  },
  session: {
    create: {
      async before(session) {
        const user = await getMember(db, session.userId)
        if (user && user.disabledAt === null) return
        throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'The account is disabled.' })
      },
    },
  },
})

// Members' addresses are ASCII, which lower case keeps apart. Of other letters it does not: the Kelvin sign becomes a k.
const isPlainText = (value: unknown) => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)

/**
 * Who an ID token is about, once its signature, audience and nonce were checked, and its issuer against what the
 * provider calls itself.
 * @returns '' where there is none, one that another client of the provider asked for (OpenID Connect Core 3.1.3.7), or
 *   one of an issuer other than the configured one (Discovery 4.3); a slash at its end is no difference
 */
function readSubject(idToken: string | undefined, { issuer, clientId }: Oidc): string {
  const [, payload] = idToken?.split('.') ?? []
  if (payload === undefined) return ''
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  const { iss, aud, azp = Array.isArray(aud) && aud.length > 1 ? null : clientId, sub } = claims
  const isOurs = azp === clientId && typeof iss === 'string' && iss.replace(/\/$/, '') === issuer
  return isOurs && typeof sub === 'string' ? sub : ''
}

const identityProvider = (oidc: Oidc) =>
  genericOAuth({
    config: [
      {
        providerId: 'oidc',
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
        // With headers of our own, a redirect of the issuer to another host is refused.
        discoveryHeaders: { accept: 'application/json' },
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        // Required alone, it is still not missed: an answer without it would be believed for its access token.
        accountSubject: ({ tokens }) => readSubject(tokens.idToken, oidc),
        mapProfileToUser: ({ email }) => (isPlainText(email) ? {} : { emailVerified: false }),
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  })

/** What better-auth is used for: passwords, sessions, a second factor and OpenID Connect; people are made by services. */
export function createAuth({ db, log, secret, appUrl, oidc, sendReset }: AuthOptions) {
  const { authUser, authSession, authAccount, authVerification, authTwoFactor } = tables
  return betterAuth({
    appName: 'Shortlist',
    basePath: '/api/auth',
    ...(appUrl ? { baseURL: appUrl } : {}),
    secret,
    telemetry: { enabled: false },
    // Its messages name no one; what comes with them may.
    logger: { level: 'error', log: (level, message) => log[level]({ what: 'sign-in' }, message) },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        twoFactor: authTwoFactor,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      ...(sendReset && {
        async sendResetPassword({ user, token }: { user: AuthUser; token: string }) {
          await voidOlderResetLinks(db, user.id, resetIdentifier(token))
          await sendReset(user, token)
        },
      }),
    },
    verification: { storeIdentifier },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 24 * 3_600 },
    account: {
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    databaseHooks: guardRows(db),
    hooks: {
      before: createAuthMiddleware(async ({ body }) => {
        const given = (body as { newPassword?: unknown } | undefined)?.newPassword
        if (typeof given !== 'string') return
        const why = whyNotPassword(given)
        if (why) throw refused('PASSWORD_NOT_USABLE', why)
      }),
    },
    plugins: [
      twoFactor({
        issuer: 'Shortlist',
        twoFactorCookieMaxAge: 600,
        backupCodeOptions: { customBackupCodesGenerate: () => Array.from({ length: 10 }, recoveryCode) },
      }),
      ...(oidc ? [identityProvider(oidc)] : []),
    ],
    advanced: {
      // Ours is stricter, and holds for every address: lib/server/http/route.ts.
      disableCSRFCheck: true,
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(appUrl),
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: appUrl?.startsWith('https://') ?? false,
      },
      ipAddress: { ipAddressHeaders: ['x-shortlist-client'] },
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    // What it refuses and what it fails at are told in our words.
    onAPIError: { throw: true, errorURL: '/sign-in' },
  })
}
export type Auth = ReturnType<typeof createAuth>
