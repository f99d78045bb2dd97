import { Select } from '@/components/shared/select'
import type { View } from '@/lib/contracts/view'
import type { FilterSource } from './filter-source'
import { orderLabel, writeOrder } from '@/lib/url/view-words'
import { parseOrder, listOrders } from './orders'

type Props = {
  source: FilterSource
  view: View
  change: (patch: Partial<View>) => void
  className: string
}

/** The orders of a list; one that an address carries and none of these is, is shown as well. */
export function OrderSelect({ source, view, change, className }: Props) {
  const order = writeOrder(view.sort)
  const offered = listOrders(source, view.q !== '')
  const isOffered = offered.some(({ value }) => value === order)
  return (
    <Select
      label="Sort by"
      value={order}
      options={isOffered ? offered : [{ value: order, label: orderLabel(view.sort) }, ...offered]}
      onValueChange={(text) => change({ sort: parseOrder(text) })}
      className={className}
    />
  )
}
