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

// Some scripts write several marks of their own over one letter; no language stacks more than two of the common ones.
const maxMarks = { common: 2, own: 4 }

/** A run of marks without those that would reach into the lines above and below. */
function unstacked(run: string): string {
  let [common, own] = [0, 0]
  return [...run]
    .filter((mark) => {
      if (/\p{Cf}/u.test(mark)) return true
      return /\p{Script=Inherited}/u.test(mark)
        ? (common += 1) <= maxMarks.common
        : (own += 1) <= maxMarks.own
    })
    .join('')
}

/** What a guest typed, as `cleanText`, with at most two common marks over a letter. */
export const guestText = (text: string | null): string | null =>
  cleanText(text?.replace(/\p{M}[\p{M}\p{Cf}]*/gu, unstacked) ?? null)

/** What a guest calls themselves, on one line; null unless a letter or a digit of it can be seen. */
export function guestCalled(name: string): string | null {
  const clean = cleanLine(guestText(name))
  const visible = clean?.replace(/\p{Default_Ignorable_Code_Point}/gu, '') ?? ''
  return /[\p{L}\p{N}]/u.test(visible) ? clean : null
}

const isVisible = (text: string) => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)

/** What a member of the team typed, as `guestText`; null unless something of it can be seen. */
export function memberText(text: string): string | null {
  const clean = guestText(text)
  return clean !== null && isVisible(clean) ? clean : null
}

/** The same on one line. */
export const memberLine = (text: string): string | null => cleanLine(memberText(text))
