import type { SortKey, SortRule } from '@/lib/contracts/view'
import type { FilterSource } from './filter-source'
import { parseAsSortRule } from '@/lib/url/view'

const orders: readonly { value: string; label: string }[] = [
  { value: '', label: 'Provider’s order' },
  { value: 'rating', label: 'Rating, best first' },
  { value: 'rating,-years', label: 'Rating, then most experience' },
  { value: 'rating,-seen', label: 'Rating, then newest' },
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: '-years', label: 'Experience, most first' },
  { value: 'years', label: 'Experience, least first' },
  { value: '-applied', label: 'Applied, newest first' },
  { value: 'applied', label: 'Applied, oldest first' },
  { value: '-seen', label: 'Added, newest first' },
  { value: '-seen,rating', label: 'Added, then rating' },
]

const words: Record<SortKey, readonly [ascending: string, descending: string]> = {
  position: ['provider’s order', 'provider’s order reversed'],
  name: ['name A to Z', 'name Z to A'],
  rating: ['best rating', 'lowest rating'],
  years: ['least experience', 'most experience'],
  seen: ['oldest', 'newest'],
  applied: ['applied first', 'applied last'],
}

/** An order as the address has it. */
export const orderText = (sort: readonly SortRule[]): string => sort.map(parseAsSortRule.serialize).join(',')

/** The order that a text of the address means. */
export const orderOf = (text: string): SortRule[] =>
  text.split(',').flatMap((rule) => parseAsSortRule.parse(rule) ?? [])

/** The orders to choose from where a list has no headers to press. */
export const ordersOf = ({ sortKeys, ownOrder }: Pick<FilterSource, 'sortKeys' | 'ownOrder'>) =>
  orders
    .filter(({ value }) => orderOf(value).every(({ key }) => sortKeys.includes(key)))
    .map((order) => (order.value === '' ? { ...order, label: ownOrder } : order))

/** Any order in words: “Name A to Z, then newest”. */
export function orderLabel(sort: readonly SortRule[]): string {
  const known = orders.find(({ value }) => value === orderText(sort))
  if (known) return known.label
  const text = sort.map(({ key, descending }) => words[key][descending ? 1 : 0]).join(', then ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
