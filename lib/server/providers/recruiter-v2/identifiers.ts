import 'server-only'
import { identifierInAddress, parseIdentifier } from '@/lib/domain/profile-identifier'
import { parseJson } from './read-body'

const textOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** The folded public identifier of a raw row, even of one that cannot be read: its own, else its profile address's. */
export function rawIdentifiers(raw: string): string[] {
  const row = parseJson(raw)
  if (typeof row !== 'object' || row === null) return []
  const own = 'public_identifier' in row ? parseIdentifier(textOr(row.public_identifier)) : null
  const address = 'profile_url' in row ? textOr(row.profile_url) : null
  return [own ?? parseIdentifier(identifierInAddress(address))].flatMap((identifier) => identifier ?? [])
}
