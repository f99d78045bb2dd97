'use client'

import { type SortingState, useTable } from '@tanstack/react-table'
import { useCallback, useMemo } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { SortRule } from '@/lib/contracts/view'
import { sortKeys } from '@/lib/contracts/words'
import { columns } from './columns'
import type { TableLayout } from '@/lib/url/layout'
import { shownColumns } from './column-tracks'
import { features, type TableMeta } from './features'

const none: MarkedCandidate[] = []

type Options = {
  candidates: MarkedCandidate[] | undefined
  /** In step with the candidates: an id of its own for each row. */
  keys: readonly string[] | undefined
  sort: readonly SortRule[]
  onSort: (sort: SortRule[]) => void
  open: readonly string[]
  layout: TableLayout
  meta: TableMeta
}

const toRules = (sorting: SortingState): SortRule[] =>
  sorting.flatMap(({ id, desc }) => {
    const key = sortKeys.find((known) => known === id)
    return key ? [{ key, descending: desc }] : []
  })

/** The table over the rows that are loaded. It draws what it is given: the server filters, sorts and pages. */
export function useCandidateTable({ candidates, keys, sort, onSort, open, layout, meta }: Options) {
  const sorting = useMemo(() => sort.map(({ key, descending }) => ({ id: key, desc: descending })), [sort])
  const expanded = useMemo(() => Object.fromEntries(open.map((id) => [id, true])), [open])
  const { columnOrder, columnVisibility } = useMemo(() => {
    const shown = shownColumns(layout)
    const hidden = columns.flatMap(({ id = '' }) => (shown.some((each) => each === id) ? [] : [[id, false]]))
    return {
      columnOrder: shown as string[],
      columnVisibility: Object.fromEntries(hidden) as Record<string, boolean>,
    }
  }, [layout])
  const state = useMemo(
    () => ({ sorting, expanded, columnOrder, columnVisibility }),
    [sorting, expanded, columnOrder, columnVisibility],
  )
  const onSortingChange = useCallback(
    (updater: SortingState | ((before: SortingState) => SortingState)) =>
      onSort(toRules(typeof updater === 'function' ? updater(sorting) : updater)),
    [onSort, sorting],
  )
  return useTable({
    features,
    columns,
    data: candidates ?? none,
    getRowId: (candidate, index) => keys?.[index] ?? candidate.applicationId,
    state,
    meta,
    onSortingChange,
    manualSorting: true,
    manualExpanding: true,
    getRowCanExpand: () => true,
    // Otherwise every page that arrives closes what the reader has open.
    autoResetExpanded: false,
  })
}
