'use client'

import { useLayoutEffect } from 'react'
import type { RowRange } from './row-range'
import type { OpenRows } from './use-open-rows'
import type { useRowVirtualizer } from './use-row-virtualizer'
import type { Selection } from './use-selection'

type Options = {
  range: RowRange | null
  open: OpenRows['ids']
  selected: Selection['ids']
  openKeys: ReturnType<typeof useRowVirtualizer>['openKeys']
  /** Saves where the list is scrolled to; what is open and selected belongs to it. */
  saveSoon: () => void
}

/** Keeps the row numbers of what is open in `openKeys`, for as long as their page may be let go. */
export function useOpenPlaces({ range, open, selected, openKeys, saveSoon }: Options) {
  useLayoutEffect(() => {
    if (!range) return
    const known = openKeys.current.viewKey === range.viewKey ? openKeys.current.at : new Map<number, string>()
    const places = new Map([...known].map(([index, id]) => [id, index]))
    for (const id of open) {
      const at = range.keys.indexOf(id)
      if (at !== -1) places.set(id, range.firstIndex + at)
    }
    openKeys.current = {
      viewKey: range.viewKey,
      at: new Map(open.flatMap((id) => (places.has(id) ? [[places.get(id) ?? 0, id] as const] : []))),
    }
    saveSoon()
  }, [range, open, selected, openKeys, saveSoon])
}
