// The fixed words of the contracts, apart from their schemas: what only needs the words does not load a validator.
import type { View } from './view'

/** The ratings the provider documents. A stored candidate may carry another word: it is shown as written. */
export const knownRatings = ['GOOD_FIT', 'MAYBE', 'NOT_A_FIT', 'UNRATED'] as const

/** A job's id: opaque, and safe in a path. */
export const jobIdPattern = /^[A-Za-z0-9_-]{1,64}$/

export const sortKeys = ['position', 'name', 'rating', 'years', 'seen'] as const

export const facetKeys = ['rating', 'top', 'company', 'now', 'location', 'years', 'title', 'seen'] as const

/** The most values that one answer counts of a facet, or of one of its groups; the rest is found by name. */
export const mostFacetValues = 200

/** Everyone, in the provider's order. */
export const emptyView: View = {
  q: '',
  rating: [],
  top: null,
  company: [],
  now: [],
  location: [],
  years: [],
  title: [],
  seen: [],
  new: false,
  sort: [],
}
