'use client'

import { type RefObject, useCallback } from 'react'
import { announce } from '@/components/ui/announcer'
import { displayName } from '@/lib/domain/current-role'
import type { ListedPeople } from './use-candidate-list'
import { useGridFocus } from './use-grid-focus'
import type { useRowVirtualizer } from './use-row-virtualizer'

/** The keyboard in the grid, and what its keys do with the person of a row. */
export function useListFocus(
  { pages, open, selection }: Pick<ListedPeople, 'pages' | 'open' | 'selection'>,
  grid: RefObject<HTMLDivElement | null>,
  virtualizer: ReturnType<typeof useRowVirtualizer>['virtualizer'],
) {
  const { range } = pages
  const { toggle } = open
  const { select } = selection
  const onOpen = useCallback(
    (index: number) => {
      const person = range?.items[index - range.firstIndex]
      if (person) toggle(person.applicationId)
    },
    [range, toggle],
  )
  const onSelect = useCallback(
    (index: number, through: boolean) => {
      const person = range?.items[index - range.firstIndex]
      if (!person) return
      const selected = select(person.applicationId, through)
      // The key changes a check box that does not have the focus: a screen reader would not announce it.
      const change = selected.has(person.applicationId) ? 'selected' : 'no longer selected'
      announce(`${displayName(person)} ${change}. ${selected.size} selected in all.`)
    },
    [range, select],
  )
  return useGridFocus({ grid, virtualizer, rowCount: range?.count ?? 0, onOpen, onSelect })
}
