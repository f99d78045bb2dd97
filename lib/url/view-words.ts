import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { getSort } from '@/lib/contracts/sort-definitions'
import type { SortRule, View } from '@/lib/contracts/view'
import { facetKeys, sortKeys, unknownChoice } from '@/lib/contracts/words'
import { dayText, daysText, yearsText } from '@/lib/domain/facet-words'
import { parseAsDaysRange } from './day'
import { getChoices } from './facet-choices'
import { nameLabel } from './name-label'
import { parseAsSortRule } from './view'
import { parseAsYearsRange } from './years'

/** What a reader sees of a choice. @param locale theirs */
export function choiceLabel(key: FacetKey, value: string, locale: string): string {
  const { kind, values, negatable, unknown = 'Unknown' } = getFacet(key)
  if (value === unknownChoice) return unknown
  if (kind === 'day') return dayText(value, locale)
  const years = kind === 'years' ? parseAsYearsRange.parse(value) : null
  if (years) return yearsText(years)
  const days = kind === 'days' ? parseAsDaysRange.parse(value) : null
  if (days) return daysText(days, locale)
  return values?.[value] ?? (negatable ? nameLabel(value) : value)
}

/** An order as the address has it. */
export const writeOrder = (sort: readonly SortRule[]): string => sort.map(parseAsSortRule.serialize).join(',')

/** The orders that have a name of their own, as the address has them. */
export const namedOrders = sortKeys.flatMap((key) =>
  Object.entries(getSort(key).orders).map(([value, label]) => ({ value, label })),
)

/** Any order in words: “Name A to Z, then newest”. */
export function orderLabel(sort: readonly SortRule[]): string {
  const known = namedOrders.find(({ value }) => value === writeOrder(sort))
  if (known) return known.label
  const text = sort.map(({ key, descending }) => getSort(key).words[descending ? 1 : 0]).join(', then ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A view in words, for paper: “Search “seo” · Rating: Good fit, Maybe · Experience, most first”. @param locale of its dates */
export function viewInWords(view: View, locale: string): string {
  const news = typeof view.new === 'string' ? `New since ${view.new}` : 'New since the last visit'
  const filters = facetKeys.flatMap((key) => {
    const choices = getChoices(view, key).map((value) => choiceLabel(key, value, locale))
    return choices.length === 0 ? [] : [`${getFacet(key).label}: ${choices.join(', ')}`]
  })
  const narrowed = [
    ...(view.q === '' ? [] : [`Search “${view.q}”`]),
    ...filters,
    ...(view.new === false ? [] : [news]),
  ]
  return [...(narrowed.length === 0 ? ['Everyone'] : narrowed), orderLabel(view.sort)].join(' · ')
}
