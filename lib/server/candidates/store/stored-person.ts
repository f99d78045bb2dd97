import 'server-only'
import { type Person, person } from '@/lib/contracts/candidate'

/** Something stored does not read as what it should be. Its message says what, and nothing of it. */
export class StoredDataError extends Error {
  override name = 'StoredDataError'
}

type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }

/**
 * Reads stored JSON by its schema.
 * @param what names it in the error
 * @throws StoredDataError
 */
export function parseStored<T>(schema: Schema<T>, text: string, what: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new StoredDataError(`The stored ${what} is no JSON.`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new StoredDataError(`The stored ${what} is not of a known shape.`)
  return parsed.data
}

/** A stored person, of this version or an older one: what an older one did not have is unknown. @throws StoredDataError */
export const parsePerson = (text: string): Person => parseStored(person, text, 'person')
