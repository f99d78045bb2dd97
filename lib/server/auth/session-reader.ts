import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Role } from '@/lib/contracts/role'
import type { Db } from '@/lib/server/db/open-database'
import type { Auth } from './auth'
import { findLiveSession, type SessionUser } from './store/sessions'

const maxCookies = 1_000
const maxCookieLength = 4_096

/**
 * Reads whose session a request's cookies are of. What is remembered is that better-auth found a cookie to be genuine, and
 * the token in it; whether the session still lives, and what its user may do, is read from the store every time.
 */
export function createSessionReader(auth: Auth, db: Db): (headers: Headers) => Promise<SessionUser | null> {
  const tokens = new LRUCache<string, string>({ max: maxCookies })

  async function verify(headers: Headers, cookie: string): Promise<SessionUser | null> {
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
    if (!found || found.user.disabledAt) return null
    const { user, session } = found
    if (cookie.length <= maxCookieLength) tokens.set(cookie, session.token)
    return { id: user.id, name: user.name, role: user.role as Role, sessionId: session.id }
  }

  return async (headers) => {
    const cookie = headers.get('cookie')
    if (cookie === null) return null
    const token = tokens.get(cookie)
    const live = token === undefined ? null : await findLiveSession(db, token, new Date())
    return live ?? verify(headers, cookie)
  }
}
