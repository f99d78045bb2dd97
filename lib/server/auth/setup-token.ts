import 'server-only'
import type { Db } from '@/lib/server/db/open-database'
import { keepSetupToken } from '@/lib/server/auth/store/invitations'
import { newToken, tokenHash } from './token'

/**
 * Opens `/setup` to whoever has the token, until the first owner is made.
 * @param token SETUP_TOKEN; without it one is made for this start
 * @returns a line for whoever starts the server, or null when there is an owner
 */
export async function openSetup(db: Db, token: string | null): Promise<string | null> {
  const known = token ?? newToken()
  const open = await keepSetupToken(db, tokenHash(known))
  if (!open) return null
  return token === null
    ? `Nobody can sign in yet. Open /setup and give it this token, which holds until the next start: ${known}`
    : 'Nobody can sign in yet. Open /setup and give it SETUP_TOKEN.'
}
