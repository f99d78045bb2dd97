'use client'

import type { View } from '@/lib/contracts/view'
import type { FilterSource } from './filter-source'
import { OrderSelect } from './order-select'

type Props = { source: FilterSource; view: View; change: (patch: Partial<View>) => void }

/** The order of a list, where headers do not offer all there are; on a phone it is among the filters. */
export function SortSelect(rest: Props) {
  return (
    <label className="inline-flex min-w-32 items-center gap-2 text-note text-muted card:hidden">
      <span className="whitespace-nowrap @max-[110rem]/desk:sr-only">Sort by</span>
      <OrderSelect
        {...rest}
        className="h-8 max-w-56 min-w-0 rounded-control border border-edge bg-panel px-2 text-ink"
      />
    </label>
  )
}
