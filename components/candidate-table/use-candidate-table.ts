'use client'

import { type SortingState, useTable } from '@tanstack/react-table'
import { useCallback, useMemo } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { SortRule } from '@/lib/contracts/view'
import { sortKeys } from '@/lib/contracts/words'
import { columns as declarations, findColumn, getColumn } from '@/lib/domain/columns'
import { columns } from './columns'
import { features } from './features'

const none: MarkedCandidate[] = []

type Options = {
  candidates: MarkedCandidate[] | undefined
  /** In step with the candidates: an id of its own for each row. */
  keys: readonly string[] | undefined
  sort: readonly SortRule[]
  onSort: (sort: SortRule[]) => void
}

const columnBySort = new Map(declarations.map(({ key }) => [getColumn(key).sort, key]))

// An order that no column shows keeps its own key: adding a second sort must not lose it.
const toSorting = (sort: readonly SortRule[]): SortingState =>
  sort.map(({ key, descending }) => ({ id: columnBySort.get(key) ?? key, desc: descending }))

const toRules = (sorting: SortingState): SortRule[] =>
  sorting.flatMap(({ id, desc }) => {
    const key = sortKeys.find((known) => known === (findColumn(id)?.sort ?? id))
    return key === undefined ? [] : [{ key, descending: desc }]
  })

/** The table over the rows that are loaded. It draws what it is given: the server filters, sorts and pages. */
export function useCandidateTable({ candidates, keys, sort, onSort }: Options) {
  const sorting = useMemo(() => toSorting(sort), [sort])
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
    state: useMemo(() => ({ sorting }), [sorting]),
    onSortingChange,
    manualSorting: true,
  })
}
