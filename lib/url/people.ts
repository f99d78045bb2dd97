import { createSerializer, parseAsString } from './parser'

/** What the address of the people page says. */
export const peopleParsers = { q: parseAsString.withDefault('') }

const serialize = createSerializer(peopleParsers)
const maxLength = 200

/** A search in its one normal form. */
export const normalizePeopleSearch = (q: string): string => q.replaceAll('\0', '').trim().slice(0, maxLength)

/** Everyone stored whom a search finds. */
export const peoplePath = (q: string): string => `/people${serialize({ q })}`
