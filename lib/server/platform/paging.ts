import 'server-only'
import { AppError } from './app-error'
import { BadCursorError } from './cursor'

/** Reads a page of a list. @throws AppError bad_cursor for a cursor that the list did not give out */
export async function withCursor<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}
