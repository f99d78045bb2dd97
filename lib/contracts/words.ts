// The fixed words of the contracts, apart from their schemas: what only needs the words does not load a validator.
import type { LedgerFilter } from './credits'
import { facetDefinitions } from './facet-definitions'
import type { FacetKey } from './facets'
import { sortDefinitions } from './sort-definitions'
import type { FacetChoices, SortKey, View } from './view'

/** The ratings the provider documents. A stored candidate may carry another word: it is shown as written, but not to guests. */
export const knownRatings = ['GOOD_FIT', 'MAYBE', 'NOT_A_FIT', 'UNRATED'] as const

/** The choice of people without a value: no dates, no place, no employer. */
export const unknownChoice = 'unknown'
/** A job's id: opaque, and safe in a path. */
export const jobIdPattern = /^[A-Za-z0-9_-]{1,64}$/
/** A visit's id: a random UUID. */
export const visitIdPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Everything a list can be sorted by, and filtered by in the order in which it is shown. */
export const sortKeys = Object.keys(sortDefinitions) as SortKey[]
export const facetKeys = Object.keys(facetDefinitions) as FacetKey[]

/** The most values that one answer counts of a facet, or of one of its groups; the rest is found by name. */
export const maxFacetValues = 200

/**
 * next: the window after what is known · check: the first ten, to learn how many applied since · complete: window after
 * window until everyone is known; where the list has ended with someone missing, another pass over all of it ·
 * refresh: every row again, to see what changed and who is gone.
 */
export const fetchKinds = ['next', 'check', 'complete', 'refresh'] as const

/**
 * reserved: sent, no answer yet · settled: answered, `consumed` is what the provider stated ·
 * released: failed and free of charge · unknown: the answer was lost, it may have been charged.
 */
export const fetchStates = ['reserved', 'settled', 'released', 'unknown'] as const

/** Every entry of the ledger. */
export const everyEntry: LedgerFilter = {
  job: null,
  kind: null,
  state: null,
  who: null,
  from: null,
  to: null,
}

const noChoices: Record<string, unknown> = Object.fromEntries(
  facetKeys.map((key) => [key, facetDefinitions[key].kind === 'flag' ? null : []]),
)

/** Everyone, in the provider's order. */
export const emptyView: View = { q: '', ...(noChoices as FacetChoices), new: false, sort: [] }
