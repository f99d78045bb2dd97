import { getSort } from '@/lib/contracts/sort-definitions'
import type { SortRule } from '@/lib/contracts/view'
import { sortKeys } from '@/lib/contracts/words'
import { parseAsSortRule } from '@/lib/url/view'
import type { FilterSource } from './filter-source'

const orders = sortKeys.flatMap((key) =>
  Object.entries(getSort(key).orders).map(([value, label]) => ({ value, label })),
)

/** An order as the address has it. */
export const writeOrder = (sort: readonly SortRule[]): string => sort.map(parseAsSortRule.serialize).join(',')

/** The order that a text of the address means. */
export const parseOrder = (text: string): SortRule[] =>
  text.split(',').flatMap((rule) => parseAsSortRule.parse(rule) ?? [])

/** The orders to choose from. @param searching whether the list is a search's */
export const listOrders = (
  { sortKeys: offered, ownOrder }: Pick<FilterSource, 'sortKeys' | 'ownOrder'>,
  searching: boolean,
) =>
  orders
    .filter(({ value }) =>
      parseOrder(value).every(({ key }) => offered.includes(key) && (searching || !getSort(key).needsSearch)),
    )
    .map((order) => (order.value === '' ? { ...order, label: ownOrder } : order))

/** Any order in words: “Name A to Z, then newest”. */
export function orderLabel(sort: readonly SortRule[]): string {
  const known = orders.find(({ value }) => value === writeOrder(sort))
  if (known) return known.label
  const text = sort.map(({ key, descending }) => getSort(key).words[descending ? 1 : 0]).join(', then ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
