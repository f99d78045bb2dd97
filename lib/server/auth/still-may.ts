import 'server-only'
import type { Permission } from '@/lib/domain/permissions'
import { assertMay } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import { lockRole } from '@/lib/server/auth/store/people'
import type { Context } from './context'

/**
 * Reads the actor's role again: what they were when their request began they may not be any more. In a transaction it holds
 * until the end.
 * @throws AppError forbidden, sign_in_required
 */
export async function assertStillMay({ db, actor, signIn }: Context, permission: Permission): Promise<void> {
  if (signIn.auth === null) return
  const role = await lockRole(db, actor.id)
  if (role === null) throw new AppError('sign_in_required')
  assertMay({ ...actor, role }, permission)
}
