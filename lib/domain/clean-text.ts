// Control characters but tab and newline, and the marks that make text run backwards past their own end.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * The provider's text as it is kept and shown: well-formed, without control characters and direction overrides, lines
 * ended by \n, trimmed. Nothing is shortened. Empty is null.
 */
export function cleanText(text: string | null): string | null {
  if (text === null) return null
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '').trim()
  return clean === '' ? null : clean
}

/** The same on one line: every run of white space is one space. */
export const cleanLine = (text: string | null): string | null => cleanText(text)?.replace(/\s+/g, ' ') ?? null
