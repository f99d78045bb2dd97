import 'server-only'
import { sql, type SQLWrapper } from 'drizzle-orm'
import { z } from 'zod'

/** A cursor that this list did not give out. */
export class BadCursorError extends Error {
  override name = 'BadCursorError'
}

/** An opaque text that stands for a place in a list. */
export const encodeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** A time in a cursor: one that the store can read, whatever a cursor that was made up says. */
export const cursorTime = z.iso.datetime().regex(/^(?:19|20)/)

/** A column's time as `cursorTime`, to the microsecond: two rows can be made within a millisecond. */
export const toCursorTime = (time: SQLWrapper) =>
  sql<string>`to_char(${time} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** @throws BadCursorError */
export function decodeCursor<T>(schema: z.ZodType<T>, text: string): T {
  try {
    const json = Buffer.from(text, 'base64url').toString('utf8')
    // The one character that the store cannot look for.
    if (json.includes('\\u0000')) throw new Error('a cursor with a NUL')
    return schema.parse(JSON.parse(json))
  } catch (cause) {
    throw new BadCursorError('not a cursor of this list', { cause })
  }
}
