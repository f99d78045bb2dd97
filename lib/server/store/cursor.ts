import 'server-only'
import { type z } from 'zod'

/** A cursor that this list did not give out. */
export class BadCursorError extends Error {
  override name = 'BadCursorError'
}

/** An opaque text that stands for a place in a list. */
export const encodeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** @throws BadCursorError */
export function decodeCursor<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new BadCursorError('not a cursor of this list', { cause })
  }
}
