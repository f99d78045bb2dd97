import 'server-only'
import type { Provider, Reader } from '../provider'
import { type ClientOptions, createClient } from './client'
import { rawIdentifiers } from './identifiers'
import { readRow } from './read-row'

/** How rows of `POST /v2/recruiter`, action `get_candidates`, are read. */
export const reader: Reader = {
  name: 'recruiter-v2',
  version: 4,
  read: readRow,
  identifiers: rawIdentifiers,
}

/** The adapter of a provider that speaks the recruiter API, version 2. */
export const createRecruiterProvider = (options: ClientOptions): Provider => ({
  ...createClient(options),
  reader,
  terms: {
    // Larger windows are several internal calls of this many.
    pageSize: 50,
    price: { rows: 10, credits: 1 },
  },
  capabilities: {
    // In the rows of accounts that have them, so in what is stored already.
    appliedDate: { price: 'none', latencyMs: 0 },
    education: { price: 'none', latencyMs: 0 },
  },
})
