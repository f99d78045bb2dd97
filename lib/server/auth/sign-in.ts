import 'server-only'
import { parseCookie } from 'cookie'
import { LRUCache } from 'lru-cache'
import { localeCookie, parseReaderLocale } from '@/lib/domain/reader-locale'
import { type Actor, localActor } from '@/lib/server/platform/actor'
import type { Database } from '@/lib/server/db/open-database'
import type { Env } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import { type Auth, createAuth } from './auth'
import { createMail, type Mail } from './mail'
import { loadSecret } from './secret'
import { createSessionReader } from './session-reader'

/** How people get in: not at all needed at the sandbox, needed everywhere else. */
export type SignIn = {
  /** null where nobody signs in. */
  auth: Auth | null
  /** The same people, with the identity provider. Made when it is first needed, so that its absence stops nothing else. */
  withIssuer: (() => Promise<Auth>) | null
  issuer: string | null
  mail: Mail | null
  /** Who a request is from; null when nobody is signed in. */
  identify: (headers: Headers) => Promise<Actor | null>
}

/** The address that the server put on a request; what a client sends under this name is thrown away. */
export const getClientAddress = (headers: Headers): string | null => headers.get('x-shortlist-client')

// To tell a time zone from any other text costs more than all else of a request’s start.
const zones = new LRUCache<string, { timeZone: string | null }>({ max: 1_000 })

/** The time zone that a request's browser has told of its reader; null where it has not. */
function getTimeZone(headers: Headers): string | null {
  const value = parseCookie(headers.get('cookie') ?? '')[localeCookie]
  if (value === undefined || value.length > 200) return null
  const known = zones.get(value) ?? { timeZone: parseReaderLocale(value, null).timeZone }
  zones.set(value, known)
  return known.timeZone
}

const ofRequest = (headers: Headers) => ({
  address: getClientAddress(headers),
  timeZone: getTimeZone(headers),
})

/** @throws EnvError when the secret that sessions are signed with is missing */
export async function createSignIn(env: Env, { db }: Pick<Database, 'db'>, log: Log): Promise<SignIn> {
  const { appUrl, oidc, provider } = env
  const mail = createMail(env, log)
  if (provider.kind === 'sandbox') {
    return {
      auth: null,
      withIssuer: null,
      issuer: null,
      mail,
      identify: async (headers) => ({ ...localActor, ...ofRequest(headers) }),
    }
  }
  const secret = await loadSecret(env)
  // Not waited for: how long it takes would tell whether somebody has that address.
  const sendReset =
    mail &&
    (async (to: { email: string; name: string }, token: string) => {
      void mail.reset(to, token)
    })
  const options = { db, log, secret, appUrl, sendReset }
  const auth = createAuth({ ...options, oidc: null })
  const readSession = createSessionReader(auth, db)
  let withIssuer: Promise<Auth> | null = null
  return {
    auth,
    withIssuer:
      oidc &&
      (() => {
        withIssuer ??= Promise.resolve(createAuth({ ...options, oidc }))
        return withIssuer
      }),
    issuer: oidc && new URL(oidc.issuer).host,
    mail,
    async identify(headers) {
      const session = await readSession(headers)
      return session && { ...session, ...ofRequest(headers) }
    },
  }
}
