import type { FacetKey, Facets, FacetValue } from '@/lib/contracts/facets'
import { knownRatings } from '@/lib/contracts/words'
import type { View } from '@/lib/contracts/view'
import { parseAsYearsRange } from '@/lib/url/view'

export const facetLabels: Record<FacetKey, string> = {
  rating: 'Rating',
  top: 'Top choice',
  company: 'Company',
  location: 'Location',
  years: 'Experience',
}

/** Facets with so many values that one looks for them by name. */
export const searchable: ReadonlySet<FacetKey> = new Set(['company', 'location'])

const words: Record<string, string> = {
  'rating:GOOD_FIT': 'Good fit',
  'rating:MAYBE': 'Maybe',
  'rating:NOT_A_FIT': 'Not a fit',
  'rating:UNRATED': 'Unrated',
  'top:1': 'Top choice',
  'top:0': 'Not marked',
}

function yearsLabel(value: string): string {
  const range = parseAsYearsRange.parse(value)
  if (!range) return value
  const { min, max } = range
  if (min === null) return `Up to ${max} y`
  if (max === null) return `${min} y or more`
  return min === max ? `${min} y` : `${min} to ${max} y`
}

/** What a reader sees of a choice: the server's own label where it sent one. */
export function choiceLabel(key: FacetKey, value: string, facets: Facets | undefined): string {
  const known = facets?.facets[key].find((candidate) => candidate.value === value)
  if (known) return known.label
  return key === 'years' ? yearsLabel(value) : (words[`${key}:${value}`] ?? value)
}

/** What is chosen in a facet, as it stands in the address. */
export function chosen(view: View, key: FacetKey): string[] {
  if (key === 'top') return view.top === null ? [] : [view.top ? '1' : '0']
  if (key === 'years') return view.years.map(parseAsYearsRange.serialize)
  return view[key]
}

/** The change of the view that makes these the choices of a facet. */
export function choose(key: FacetKey, values: string[]): Partial<View> {
  switch (key) {
    case 'rating':
      return { rating: knownRatings.filter((rating) => values.includes(rating)) }
    case 'top':
      // Both together are everyone, which is what no choice means.
      return { top: values.length === 1 ? values[0] === '1' : null }
    case 'years':
      return { years: values.flatMap((value) => parseAsYearsRange.parse(value) ?? []) }
    default:
      return { [key]: values }
  }
}

/** A facet's values to choose from, with what is chosen kept in the list even when it counts none. */
export function options(key: FacetKey, facets: Facets | undefined, picked: string[]): FacetValue[] {
  const values = facets?.facets[key] ?? []
  const missing = picked.filter((value) => !values.some((known) => known.value === value))
  return [...missing.map((value) => ({ value, label: choiceLabel(key, value, facets), count: 0 })), ...values]
}
