'use client'

import { useCallback, useMemo } from 'react'
import type { RowRange } from '@/components/candidate-table/row-range'
import type { Selection } from '@/components/candidate-table/use-selection'
import { announce } from '@/components/ui/announcer'
import type { View } from '@/lib/contracts/view'
import { bff } from '@/lib/query/bff'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'

type Options = {
  jobRef: JobRef
  view: View
  range: RowRange | null
  filtered: boolean
  selection: Selection
}

/** Whom a view shows, as a query string: their order is no part of it. */
export const toScope = (view: View): string => viewToSearch({ ...view, sort: [] })

/** The box in the header: it means everyone the view shows, in the browser or not, and says how many that are. */
export function useSelectAll({ jobRef, view, range, filtered, selection }: Options) {
  const { ids, set, clear } = selection
  const matched = range?.counts.matched ?? 0
  const all = matched > 0 && ids.size >= matched && (range?.keys.every((key) => ids.has(key)) ?? false)

  const onPress = useCallback(async () => {
    if (all) return clear()
    try {
      const { items, matched: wanted } = await bff.applicationIds(jobRef, view)
      const others = [...ids].filter((id) => !items.includes(id))
      const complete = others.length === 0 && items.length === wanted
      set([...others, ...items], complete ? toScope(view) : undefined)
      announce(
        items.length < wanted
          ? `The first ${items.length} of ${wanted} are selected: that is the most at once`
          : `${items.length} selected`,
      )
    } catch {
      announce('They could not be selected: the server did not answer. Try again.')
    }
  }, [all, clear, set, ids, jobRef, view])

  return useMemo(() => {
    const target = filtered ? `the ${matched} who match` : `all ${matched} loaded`
    return {
      label: all ? 'Clear the selection' : `Select ${target}`,
      checked: all ? true : ids.size > 0 ? ('mixed' as const) : false,
      onPress: () => void onPress(),
    }
  }, [all, filtered, matched, ids.size, onPress])
}
