import { getSort } from '@/lib/contracts/sort-definitions'
import type { SortRule } from '@/lib/contracts/view'
import { parseAsSortRule } from '@/lib/url/view'
import { namedOrders } from '@/lib/url/view-words'
import type { FilterSource } from './filter-source'

/** The order that a text of the address means. */
export const parseOrder = (text: string): SortRule[] =>
  text.split(',').flatMap((rule) => parseAsSortRule.parse(rule) ?? [])

/** The orders to choose from. @param searching whether the list is a search's */
export const listOrders = (
  { sortKeys: offered, ownOrder }: Pick<FilterSource, 'sortKeys' | 'ownOrder'>,
  searching: boolean,
) =>
  namedOrders
    .filter(({ value }) =>
      parseOrder(value).every(({ key }) => offered.includes(key) && (searching || !getSort(key).needsSearch)),
    )
    .map((order) => (order.value === '' ? { ...order, label: ownOrder } : order))
