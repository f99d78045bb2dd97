import 'server-only'

/** A text as a `like` pattern that means it literally. */
export const escaped = (term: string) => term.replace(/[\\%_]/g, (sign) => `\\${sign}`)
