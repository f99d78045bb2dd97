'use client'

import type { View } from '@/lib/contracts/view'
import type { FilterSource } from './filter-source'
import { orderLabel, orderOf, ordersOf, orderText } from './orders'

type Props = { source: FilterSource; view: View; change: (patch: Partial<View>) => void }

/** The order of a list that has no headers to press; on a phone it is among the filters. */
export function SortSelect({ source, view, change }: Props) {
  const order = orderText(view.sort)
  const orders = ordersOf(source)
  return (
    <label className="inline-flex items-center gap-2 text-note text-muted card:hidden">
      Sort by
      <select
        value={order}
        onChange={(event) => change({ sort: orderOf(event.target.value) })}
        className="h-8 max-w-56 rounded-control border border-line bg-panel px-2 text-ink"
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
    </label>
  )
}
