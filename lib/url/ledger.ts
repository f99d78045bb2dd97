import {
  createLoader,
  createSerializer,
  type ParsedValues,
  parseAsString,
  parseAsStringLiteral,
} from './parser'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { fetchKinds, fetchStates } from '@/lib/contracts/words'
import { parseAsDay } from './day'

/** One parser per key of the ledger's address; what is not there narrows nothing, unknown values are ignored. */
export const ledgerParsers = {
  job: parseAsString,
  kind: parseAsStringLiteral(fetchKinds),
  state: parseAsStringLiteral(fetchStates),
  who: parseAsString,
  from: parseAsDay,
  to: parseAsDay,
}

type Parsed = ParsedValues<typeof ledgerParsers>

const maxLength = 200
// The one letter that cannot be stored: no entry has it, and the database would refuse to look.
const text = (value: string | null) => value?.replaceAll('\0', '').trim().slice(0, maxLength) || null

/** A filter in its one normal form, so that two addresses that mean the same share a cache entry. */
export const normalizeLedger = ({ job, who, ...rest }: Parsed): LedgerFilter => ({
  job: text(job),
  who: text(who),
  ...rest,
})

const load = createLoader(ledgerParsers)

/** Reads a filter of the ledger from a query string or Next's resolved `searchParams`. Never throws. */
export const parseLedger = (
  search: string | URLSearchParams | Record<string, string | string[] | undefined>,
): LedgerFilter => normalizeLedger(load(search))

const serialize = createSerializer(ledgerParsers)

/** The page of the ledger, narrowed by a filter. */
export const creditsPath = (filter: LedgerFilter): string => `/credits${serialize(filter)}`

/** Every entry of a filter as a file, free of charge. */
export function creditsExportPath(filter: LedgerFilter): string {
  const rest = serialize(filter).slice(1)
  return `/api/credits/export?format=csv${rest === '' ? '' : `&${rest}`}`
}

/** True when nothing narrows the ledger. */
export const isWholeLedger = (filter: LedgerFilter): boolean =>
  Object.values(filter).every((value) => value === null)
