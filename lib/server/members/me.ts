import 'server-only'
import type { Done, Me, MePatch, SessionList, SessionsEnded } from '@/lib/contracts/people'
import { cleanLine } from '@/lib/domain/clean-text'
import { AppError } from '@/lib/server/platform/app-error'
import * as people from '@/lib/server/auth/store/people'
import * as sessions from '@/lib/server/auth/store/sessions'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'

/** Who asks. */
export async function showMe({ db, actor, signIn }: Context): Promise<Me> {
  const { id, name, role } = actor
  const row = signIn.auth === null ? null : await people.getMember(db, id)
  const hasPassword = row !== null && (await people.hasPassword(db, id))
  return {
    id,
    name: row?.name ?? name,
    email: row?.email ?? null,
    role,
    twoFactor: row?.twoFactorEnabled ?? false,
    hasPassword,
    signIn: signIn.auth !== null,
  }
}

/** Changes one's own name. @throws AppError invalid_body for one that cannot be read */
export async function patchMe(context: Context, { name: text }: MePatch): Promise<Me> {
  if (context.signIn.auth === null) throw new AppError('not_found')
  const name = cleanLine(text)
  if (!name) throw new AppError('invalid_body', { reason: 'name: give a name that can be read.' })
  await inOneStep(context, async (within) => {
    await people.renameMember(within.db, context.actor.id, name)
    await audit(within, 'person.renamed', { detail: { from: context.actor.name, to: name } })
  })
  return showMe(context)
}

/** Where one is signed in. */
export async function listSessions({ db, actor }: Context): Promise<SessionList> {
  const rows = await sessions.listSessions(db, actor.id)
  const items = rows.map(({ id, userAgent, ipAddress, createdAt, expiresAt }) => ({
    id,
    userAgent,
    address: ipAddress === '' ? null : ipAddress,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === actor.sessionId,
  }))
  return { items }
}

/** Signs out one of one's own browsers. @throws AppError person_not_found */
export async function endSession(context: Context, id: string): Promise<Done> {
  await inOneStep(context, async (within) => {
    if (!(await sessions.endSession(within.db, within.actor.id, id))) throw new AppError('person_not_found')
    await audit(within, 'session.ended')
  })
  return { done: true }
}

/** Signs out everywhere. @param others leaves the browser that asks signed in */
export async function endSessions(context: Context, others: boolean): Promise<SessionsEnded> {
  return inOneStep(context, async (within) => {
    const { db, actor } = within
    const ended = await sessions.endSessions(db, actor.id, others ? actor.sessionId : null)
    await audit(within, 'session.ended_all', { detail: { ended } })
    return { ended }
  })
}
