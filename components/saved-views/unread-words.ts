import { getFacet } from '@/lib/contracts/facet-definitions'
import type { UnreadFilter } from '@/lib/contracts/saved-views'
import { facetKeys } from '@/lib/contracts/words'

function toLabel(key: string): string {
  const facet = facetKeys.find((known) => known === key)
  if (facet) return getFacet(facet).label
  return key === 'sort' ? 'Sort by' : key
}

/** Filters that are not understood, as they stand in the address: `Rating “SPLENDID”, mood “sunny”`. */
export const unreadWords = (filters: readonly UnreadFilter[]): string =>
  filters.map(({ key, value }) => `${toLabel(key)} “${value}”`).join(', ')
