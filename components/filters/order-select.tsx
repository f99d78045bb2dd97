import type { View } from '@/lib/contracts/view'
import type { FilterSource } from './filter-source'
import { orderLabel, parseOrder, listOrders, writeOrder } from './orders'

type Props = {
  source: FilterSource
  view: View
  change: (patch: Partial<View>) => void
  className: string
}

/** The orders of a list; one that an address carries and none of these is, is shown as well. */
export function OrderSelect({ source, view, change, className }: Props) {
  const order = writeOrder(view.sort)
  const orders = listOrders(source)
  return (
    <select
      value={order}
      onChange={(event) => change({ sort: parseOrder(event.target.value) })}
      className={className}
    >
      {orders.some(({ value }) => value === order) ? null : (
        <option value={order}>{orderLabel(view.sort)}</option>
      )}
      {orders.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
