'use client'

import { type RefObject, useCallback } from 'react'
import { useCommands } from '@/components/shared/commands'
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
    (index: number, through = false) => {
      const person = range?.items[index - range.firstIndex]
      if (!person) return
      const selected = select(person.applicationId, through)
      // The key changes a check box that does not have the focus: a screen reader would not announce it.
      const change = selected.has(person.applicationId) ? 'selected' : 'no longer selected'
      announce(`${displayName(person)} ${change}. ${selected.size} selected in all.`)
    },
    [range, select],
  )
  const rowCount = range?.count ?? 0
  const focus = useGridFocus({ grid, virtualizer, rowCount, onOpen, onSelect })
  const { step, focusedRow } = focus
  // Without a focused row a command would act on somebody the reader does not look at: it shows them first.
  const onRow = (act: (row: number) => void) => () => {
    const row = focusedRow()
    if (row === null) step(0)
    else act(row)
  }
  const some = rowCount > 0
  useCommands({
    next: some && (() => step(1)),
    previous: some && (() => step(-1)),
    back: some && (() => step(0)),
    open: some && onRow(onOpen),
    select: some && onRow((row) => onSelect(row)),
    selectThrough: some && onRow((row) => onSelect(row, true)),
    clearSelection: selection.ids.size > 0 && selection.clear,
  })
  return focus
}
