import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/people'
import type { Db } from '@/lib/server/db/open-database'
import { authSession, authUser } from '@/lib/server/db/people-schema'
import { preparedOnce } from '@/lib/server/db/prepared'

/** Who a session is of. */
export type SessionUser = { id: string; name: string; role: Role; sessionId: string }

const liveSession = preparedOnce((db) =>
  db
    .select({
      id: authUser.id,
      name: authUser.name,
      role: authUser.role,
      sessionId: authSession.id,
    })
    .from(authSession)
    .innerJoin(authUser, eq(authUser.id, authSession.userId))
    .where(
      and(
        eq(authSession.token, sql.placeholder('token')),
        gt(authSession.expiresAt, sql.placeholder('now')),
        isNull(authUser.disabledAt),
      ),
    )
    .prepare('live_session'),
)

/** Whose session a token is of; null where it has ended, or may not be used any more. */
export async function findLiveSession(db: Db, token: string, now: Date): Promise<SessionUser | null> {
  const [session] = await liveSession(db).execute({ token, now })
  return session ?? null
}
