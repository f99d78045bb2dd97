import 'server-only'
import type { MemberChoice } from '@/lib/contracts/member-choice'
import type { MemberList } from '@/lib/contracts/inbox'
import { may } from '@/lib/domain/permissions'
import * as people from '@/lib/server/auth/store/people'
import type { Context } from '@/lib/server/auth/context'

type Listed = Pick<people.MemberRow, 'id' | 'name' | 'email' | 'role' | 'createdAt'>

/** A member as a reader may choose them: with their address for those who manage members. */
export const toChoice = (
  { actor }: Pick<Context, 'actor'>,
  { id, name, email, role, createdAt }: Listed,
): MemberChoice =>
  may(actor.role, 'people') ? { id, name, email } : { id, name, role, joinedAt: createdAt.toISOString() }

/** Who of the team can be named: everyone who may sign in; without sign-in whoever is there. */
export async function listMemberNames(context: Context): Promise<MemberList> {
  const { db, actor, signIn } = context
  if (signIn.auth === null) return { items: [{ id: actor.id, name: actor.name }] }
  return { items: (await people.listActive(db)).map((member) => toChoice(context, member)) }
}
