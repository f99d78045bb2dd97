import { createLoader, createSerializer, parseAsArrayOf, parseAsString, type Search } from './parser'
import type { JobRef } from './paths'

/** The fewest and the most people who are compared side by side. */
export const comparedPeople = { min: 2, max: 4 } as const

/** Whom an address compares: their applications, by comma. */
export const compareParsers = { c: parseAsArrayOf(parseAsString).withDefault([]) }
const load = createLoader(compareParsers)
const serialize = createSerializer(compareParsers)

/** The applications that an address compares, each once. */
export const parseCompared = (search: Search): string[] => [
  ...new Set(load(search).c.filter((id) => id !== '' && !id.includes('\0'))),
]

/** A few people of a job side by side. */
export function comparePath({ jobId, account }: JobRef, applicationIds: readonly string[]): string {
  const rest = account === null ? '' : `account=${encodeURIComponent(account)}`
  return `/jobs/${jobId}/compare${serialize({ c: [...applicationIds] }, rest)}`
}
