import { decodeHTML } from 'entities'

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/**
 * A provider's text without HTML entities: `AT&amp;T` is AT&T. Only whole entities, with their semicolon, are decoded, and
 * twice where a text was escaped twice; null stays null.
 */
export function decodeEntities(text: string | null): string | null {
  if (text === null || !text.includes('&')) return text
  const decode = (once: string) => once.replace(entity, (found) => decodeHTML(found))
  return decode(decode(text))
}
