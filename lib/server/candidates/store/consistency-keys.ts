import 'server-only'
import { createHash } from 'node:crypto'
import type { Person } from '@/lib/contracts/candidate'
import { type Finding, sharedFindings } from '@/lib/domain/consistency'

// 96 bits: no two different texts among billions of applications have one key.
const keyLength = 16

/** A short key for what is compared: the same in two applications where the same stands in both. */
export const consistencyKey = ({ kind, compared }: Pick<Finding, 'kind' | 'compared'>): string =>
  `${kind}-${createHash('sha256').update(compared).digest('base64url').slice(0, keyLength)}`

/** The keys of what of a person is compared with other applications, each once. */
export const consistencyKeys = (person: Person): string[] => [
  ...new Set(sharedFindings(person).map(consistencyKey)),
]
