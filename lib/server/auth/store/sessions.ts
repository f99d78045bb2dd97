import 'server-only'
import { and, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Role } from '@/lib/contracts/role'
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

export type SessionRow = typeof authSession.$inferSelect

/** Where somebody is signed in now, latest first. */
export const listSessions = (db: Db, userId: string): Promise<SessionRow[]> =>
  db
    .select()
    .from(authSession)
    .where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, sql`now()`)))
    .orderBy(desc(authSession.createdAt), desc(authSession.id))

/** Ends one of somebody's sessions. @returns whether there was such a one */
export async function endSession(db: Db, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), eq(authSession.id, id)))
    .returning({ id: authSession.id })
  return rows.length > 0
}

/** Ends somebody's sessions, but for one. @returns how many */
export async function endSessions(db: Db, userId: string, except: string | null): Promise<number> {
  const rows = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), except === null ? undefined : ne(authSession.id, except)))
    .returning({ id: authSession.id })
  return rows.length
}

/** Takes away what has run out by itself. */
export async function sweepSignIn(db: Db): Promise<void> {
  await db.delete(authSession).where(sql`${authSession.expiresAt} < now()`)
  await db.execute(sql`delete from auth_verification where expires_at < now()`)
  await db.execute(sql`delete from rate_limit where expire < ${Date.now() - 3_600_000}`)
}

/** Of these sessions, those that may still be used, and the role of each. */
export async function findLiveRoles(db: Db, sessionIds: readonly string[]): Promise<Map<string, Role>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db
    .select({ id: authSession.id, role: authUser.role })
    .from(authSession)
    .innerJoin(authUser, eq(authUser.id, authSession.userId))
    .where(
      and(
        inArray(authSession.id, [...sessionIds]),
        gt(authSession.expiresAt, sql`now()`),
        isNull(authUser.disabledAt),
      ),
    )
  return new Map(rows.map(({ id, role }) => [id, role]))
}
