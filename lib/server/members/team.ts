import 'server-only'
import type { MemberList } from '@/lib/contracts/inbox'
import * as people from '@/lib/server/auth/store/people'
import type { Context } from '@/lib/server/auth/context'

/** Who of the team can be named: everyone who may sign in; without sign-in whoever is there. */
export async function listMemberNames({ db, actor, signIn }: Context): Promise<MemberList> {
  if (signIn.auth === null) return { items: [{ id: actor.id, name: actor.name }] }
  return { items: await people.listActiveNames(db) }
}
