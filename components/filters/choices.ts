import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { knownRatings } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { parseAsYearsRange } from '@/lib/url/view'

export const facetLabels: Record<FacetKey, string> = {
  rating: 'Rating',
  top: 'Top choice',
  company: 'Company',
  now: 'Current company',
  location: 'Location',
  years: 'Experience',
  title: 'Title words',
  seen: 'First seen',
}

/** What a facet counts, where its name leaves that open. */
export const facetNotes: Partial<Record<FacetKey, string>> = {
  company: 'Has worked there, now or before',
  now: 'Works there in a job that has not ended',
  years: 'Overlapping jobs count once; unclear dates may fit two bands',
  title: 'In the title of any job',
  seen: 'Days of UTC on which someone was loaded first',
}

/** Facets with a button of their own in the bar; the others wait under “More” until something in them is chosen. */
export const barFacets: readonly FacetKey[] = ['rating', 'top', 'company', 'location', 'years']
export const moreFacets: readonly FacetKey[] = ['now', 'title', 'seen']

/** Facets with so many values that one looks for them by name, and what one of those is called. */
export const nouns: Partial<Record<FacetKey, string>> = {
  company: 'company',
  now: 'company',
  location: 'location',
  title: 'word',
}

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
  if (min === null) return `Up to ${max} years`
  if (max === null) return `${min} years or more`
  if (min === 0 && max === 1) return 'Under 2 years'
  return min === max ? `${min} ${min === 1 ? 'year' : 'years'}` : `${min} to ${max} years`
}

const dayFormat: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
}

/** What a reader sees of a choice. @param locale theirs; the server, which does not know it, says which it writes */
export function choiceLabel(key: FacetKey, value: string, locale?: string): string {
  if (key === 'years') return yearsLabel(value)
  if (key === 'seen') return new Date(`${value}T00:00:00Z`).toLocaleDateString(locale, dayFormat)
  return words[`${key}:${value}`] ?? value
}

/** Do two ways of writing mean the same choice? A link may say `contoso` where most people write Contoso. */
export const isSame = (a: string, b: string): boolean => a === b || foldText(a) === foldText(b)

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

/** The choices after one of them is pressed. */
export const toggled = (picked: string[], value: string): string[] => {
  const others = picked.filter((other) => !isSame(other, value))
  return others.length < picked.length ? others : [...picked, value]
}

export type FacetGroup = { label: string | null; values: FacetValue[] }

/** A facet's values as they are listed: places by kind, and what was chosen when the list was opened before the rest. */
export function groupsOf(
  key: FacetKey,
  values: readonly FacetValue[],
  first: readonly string[],
): FacetGroup[] {
  const isFirst = ({ value }: FacetValue) => first.some((other) => isSame(other, value))
  const ordered = nouns[key]
    ? [...values.filter(isFirst), ...values.filter((each) => !isFirst(each))]
    : [...values]
  if (key !== 'location') return [{ label: null, values: ordered }]
  const groups = [
    { label: 'Countries', values: ordered.filter(({ group }) => group === 'country') },
    { label: 'Cities and regions', values: ordered.filter(({ group }) => group !== 'country') },
  ]
  return groups.filter((group) => group.values.length > 0)
}
