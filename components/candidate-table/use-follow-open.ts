'use client'

import { useEffect, useRef } from 'react'
import type { ListedPeople } from './use-candidate-list'
import type { useListFocus } from './use-list-focus'
import type { useRowVirtualizer } from './use-row-virtualizer'

/** Brings the row of whoever takes the place of an open person into sight: by a key, a button of their panel, or Back. */
export function useFollowOpen(
  { open, pages }: Pick<ListedPeople, 'open' | 'pages'>,
  { virtualizer }: ReturnType<typeof useRowVirtualizer>,
  { focusedRow, goTo }: ReturnType<typeof useListFocus>,
): void {
  const { range } = pages
  const id = open.beside ? open.ids.at(-1) : undefined
  // The first to be opened was pressed where they are; whoever a page comes back with has their place restored.
  const followed = useRef(id)
  useEffect(() => {
    const before = followed.current
    if (before === id || !range) return
    followed.current = id
    if (before === undefined) return
    const at = range.items.findIndex((item) => item.applicationId === id)
    if (at === -1) return
    const row = range.firstIndex + at
    // Whoever goes on from a row goes on with it.
    if (focusedRow() !== null) goTo(row)
    else virtualizer.scrollToIndex(row, { align: 'auto' })
  }, [id, range, virtualizer, focusedRow, goTo])
}
