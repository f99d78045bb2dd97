// The marks that make text run backwards past their own end, and a stray byte-order mark.
const overrides = /[\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * The provider's text as it is kept and shown: well-formed, without control characters and direction overrides, lines
 * ended by \n, trimmed. Nothing is shortened. Empty is null.
 */
export function cleanText(text: string | null): string | null {
  if (text === null) return null
  const clean = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .replace(overrides, '')
    .trim()
  return clean === '' ? null : clean
}

/** The same on one line: every run of white space is one space. */
export const cleanLine = (text: string | null): string | null => cleanText(text)?.replace(/\s+/g, ' ') ?? null
