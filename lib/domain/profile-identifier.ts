import { foldText } from './search'

const inAddress = /(?:^|\/)(?:in|talent\/profile)\/([^/?#\s]+)/i
const oldAddress =
  /(?:^|\/)pub\/([^/?#\s]+)(?:\/([\da-f]{1,3})\/([\da-f]{1,3})\/([\da-f]{1,3}))?(?=[/?#\s]|$)/i

/** A percent-encoded text as it reads; one that encodes nothing as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The public identifier that a profile's address holds (`…/in/ada-example/`, `…/talent/profile/ada-example`); null where
 * it holds none. An old address (`…/pub/ada-example/1/2/3`) forwards to one that ends in its three numbers, the last first.
 */
export function identifierInAddress(address: string | null): string | null {
  if (address === null) return null
  const found = inAddress.exec(address)?.[1]
  if (found) return decoded(found)
  const [, name, first, second, third] = oldAddress.exec(address) ?? []
  // `/pub/dir/…` is a list of namesakes.
  if (!name || name.toLowerCase() === 'dir') return null
  if (!first || !second || !third) return decoded(name)
  return `${decoded(name)}-${third.padStart(3, '0')}${second.padStart(3, '0')}${first}`
}

/** The end of the old address that forwards to an identifier; null where none does. */
export function toLegacyIdentifier(identifier: string): string | null {
  const [, name, third, second, first] =
    /^(.+)-([\da-f]{3})([\da-f]{3})([\da-f]{1,3})$/.exec(identifier) ?? []
  if (!name || !first || !second || !third) return null
  return `/pub/${name}/${first}/${second.replace(/^0{1,2}/, '')}/${third.replace(/^0{1,2}/, '')}`
}

/** One form for all ways of writing a public identifier, of which case and encoding are no part. */
export const foldIdentifier = (identifier: string): string =>
  decoded(identifier.trim())
    .normalize('NFC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What stands where a public identifier is not known: the same for strangers. Folded. */
export const placeholders: readonly string[] = [
  ...['unknown', 'none', 'null', 'nil', 'undefined', 'nan', 'n/a', 'n.a.', 'not-available', 'not available'],
  ...['anonymous', 'anon', 'private', 'hidden', 'redacted', 'deleted', 'empty', 'missing', 'default', 'test'],
  ...[
    'linkedin',
    'linkedin-member',
    'linkedin member',
    'linkedinmember',
    'member',
    'user',
    'profile',
    'public',
  ],
  ...['candidate', 'applicant', 'example', 'false', 'true', 'tbd', 'todo', 'me', 'not-provided'],
]
/** Characters that a public identifier has at least. */
export const minIdentifierLength = 3

// No address holds them, and the store cannot look for them: a NUL, and half a letter.
const unwritable = /[\0\p{Cs}]/u

/** A public identifier in its one form; null for one that tells nobody from anybody else. */
export function parseIdentifier(text: string | null): string | null {
  if (text === null) return null
  const folded = foldIdentifier(text)
  const tells =
    [...folded].length >= minIdentifierLength &&
    /[\p{L}\p{N}]/u.test(folded) &&
    !unwritable.test(folded) &&
    !placeholders.includes(folded)
  return tells ? folded : null
}

// The look back keeps a long run inside from being tried again at each of its signs.
const around =
  /^[\s"'“”„‘’«»`<>()[\]{}@.,;:!?/]+|(?<![\s"'“”„‘’«»`<>()[\]{}@.,;:!?/])[\s"'“”„‘’«»`<>()[\]{}@.,;:!?/]+$/gu

/**
 * What somebody types to name a person: their profile's address, or the identifier in it, in quotes or brackets or with an
 * @. Null where no identifier can be read: another address, an e-mail address, a name of two words.
 */
export function readIdentifier(text: string): string | null {
  const bare = text.replace(around, '')
  const found = identifierInAddress(bare)
  if (found !== null) return parseIdentifier(found.replace(around, ''))
  const isOther = /[\s/@?#]/u.test(bare) || /^www\.|(?:^|\.)linkedin\.\w+$/i.test(bare)
  return isOther ? null : parseIdentifier(bare)
}

/** The different names among some, folded; who gave none is left out. */
export const namesAmong = (names: readonly (string | null)[]): Set<string> =>
  new Set(names.flatMap((name) => (name === null ? [] : foldText(name) || [])))
