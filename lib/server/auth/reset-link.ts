import 'server-only'
import { resetPrefix } from '@/lib/server/auth/store/reset-links'
import { tokenHash } from './token'

const libraryPrefix = 'reset-password:'

/** How better-auth stores its verifications: a stolen copy of the store opens nothing by itself. */
export const storeIdentifier = {
  default: 'hashed' as const,
  overrides: {
    [libraryPrefix]: { hash: async (identifier: string) => resetPrefix + tokenHash(identifier) },
  },
}

/** Under what the store has the link for a new password with this token. */
export const resetIdentifier = (token: string): string => resetPrefix + tokenHash(libraryPrefix + token)
