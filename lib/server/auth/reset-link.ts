import 'server-only'
import { tokenHash } from './token'

/** What the store's identifiers of links for a new password begin with, which are told from sign-ins half done by it. */
export const resetPrefix = 'reset:'

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
