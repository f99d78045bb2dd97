import type { FacetKey, FacetValue } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { ratingChoices, unknownChoice } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { parseAsDaysRange } from '@/lib/url/day'
import { parseAsYearsRange } from '@/lib/url/view'

export const facetLabels: Record<FacetKey, string> = {
  rating: 'Rating',
  top: 'Top choice',
  company: 'Company',
  now: 'Current company',
  location: 'Location',
  years: 'Experience',
  title: 'Job title contains',
  applied: 'Applied',
  education: 'Education',
  seen: 'Added',
}

/** The name of a facet within a sentence: `Filter by job title`. */
export const facetName = (key: FacetKey): string => facetLabels[key].toLowerCase().replace(/ contains$/, '')

/** What a facet counts, where its name leaves that open. */
export const facetNotes: Partial<Record<FacetKey, string>> = {
  company: 'Current or past employer',
  now: 'Works there in a job that has not ended',
  years: 'Overlapping jobs count once. Unclear dates can count in two ranges',
  title: 'In the title of any job',
  applied: 'The day of the application, as the network states it',
  education: 'A school they went to, or a degree they name',
  seen: 'Date added (UTC)',
}

/** Facets with a button of their own in the bar; the others wait under “More” until something in them is chosen. */
export const barFacets: readonly FacetKey[] = ['rating', 'top', 'company', 'location', 'years']
export const moreFacets: readonly FacetKey[] = ['now', 'title', 'education', 'applied', 'seen']

/** Facets with so many values that one looks for them by name, and what one of those is called. */
export const nouns: Partial<Record<FacetKey, string>> = {
  company: 'company',
  now: 'company',
  location: 'location',
  title: 'word',
  education: 'school or degree',
}

const words: Record<string, string> = {
  'rating:GOOD_FIT': 'Good fit',
  'rating:MAYBE': 'Maybe',
  'rating:NOT_A_FIT': 'Not a fit',
  'rating:UNRATED': 'Unrated',
  'rating:UNKNOWN': 'Unknown',
  'now:unknown': 'None known',
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

/** A stretch of days as one reads it: a day, a whole month, from or up to a day, or from one to another. */
function daysLabel(value: string, locale: string): string {
  const range = parseAsDaysRange.parse(value)
  if (!range) return value
  const { from, to } = range
  const write = (day: string) => new Date(day).toLocaleDateString(locale, dayFormat)
  if (from === null) return to === null ? 'Unknown' : `Up to ${write(to)}`
  if (to === null) return `Since ${write(from)}`
  if (from === to) return write(from)
  const next = new Date(Date.parse(to) + 86_400_000).toISOString()
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && next.slice(8, 10) === '01'
  if (!isMonth) return `${write(from)} to ${write(to)}`
  return new Date(from).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** What a reader sees of a choice. @param locale theirs */
export function choiceLabel(key: FacetKey, value: string, locale: string): string {
  if (value === unknownChoice) return words[`${key}:${value}`] ?? 'Unknown'
  if (key === 'years') return yearsLabel(value)
  if (key === 'applied') return daysLabel(value, locale)
  if (key === 'seen') return new Date(`${value}T00:00:00Z`).toLocaleDateString(locale, dayFormat)
  return words[`${key}:${value}`] ?? value
}

/** Do two ways of writing mean the same choice? A link may say `contoso` where most people write Contoso. */
export const isSame = (a: string, b: string): boolean => a === b || foldText(a) === foldText(b)

/** What is chosen in a facet, as it stands in the address. */
export function chosen(view: View, key: FacetKey): string[] {
  if (key === 'top') return view.top === null ? [] : [view.top ? '1' : '0']
  if (key === 'years') return view.years.map(parseAsYearsRange.serialize)
  if (key === 'applied') return view.applied.map(parseAsDaysRange.serialize)
  return view[key]
}

/** The change of the view that makes these the choices of a facet. */
export function choose(key: FacetKey, values: string[]): Partial<View> {
  switch (key) {
    case 'rating':
      return { rating: ratingChoices.filter((rating) => values.includes(rating)) }
    case 'top':
      // Both together are everyone, which is what no choice means.
      return { top: values.length === 1 ? values[0] === '1' : null }
    case 'years':
      return { years: values.flatMap((value) => parseAsYearsRange.parse(value) ?? []) }
    case 'applied':
      return { applied: values.flatMap((value) => parseAsDaysRange.parse(value) ?? []) }
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
  if (key === 'education') {
    return [
      { label: 'Schools', values: ordered.filter(({ group }) => group === 'school') },
      { label: 'Degrees', values: ordered.filter(({ group }) => group === 'degree') },
      { label: null, values: ordered.filter(({ group }) => group === undefined) },
    ].filter((group) => group.values.length > 0)
  }
  if (key !== 'location') return [{ label: null, values: ordered }]
  const groups = [
    { label: 'Countries', values: ordered.filter(({ group }) => group === 'country') },
    { label: 'Cities and regions', values: ordered.filter(({ group }) => group === 'place') },
    { label: null, values: ordered.filter(({ group }) => group === undefined) },
  ]
  return groups.filter((group) => group.values.length > 0)
}
