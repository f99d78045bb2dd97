const inAddress = /\/in\/([^/?#\s]+)/i

/** A percent-encoded text as it reads; one that encodes nothing as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The public identifier that a profile's address holds (`…/in/ada-example/`); null where it holds none. */
export function identifierInAddress(address: string | null): string | null {
  const found = address === null ? null : inAddress.exec(address)?.[1]
  return found ? decoded(found) : null
}

/** One form for all ways of writing a public identifier, of which case and encoding are no part. */
export const foldIdentifier = (identifier: string): string =>
  decoded(identifier.trim())
    .normalize('NFC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What somebody types to name a person: their profile's address, or the identifier in it. Null for an empty text. */
export const readIdentifier = (text: string): string | null =>
  foldIdentifier(identifierInAddress(text) ?? text) || null
