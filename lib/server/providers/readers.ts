import 'server-only'
import type { Reader } from './provider'
import { reader as recruiterV2 } from './recruiter-v2/adapter'

/** Readers of stored rows, by the name that the rows carry. */
export type Readers = ReadonlyMap<string, Reader>

/** The readers of all adapters: rows bought through one stay readable after a change of provider. */
export const readers: Readers = new Map([recruiterV2].map((reader) => [reader.name, reader]))
