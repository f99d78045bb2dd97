'use client'

import { useCallback, useMemo } from 'react'
import type { ListedPeople } from '@/components/candidate-table/use-candidate-list'
import type { Layout } from '@/components/candidate-table/use-layout'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { SortRule } from '@/lib/contracts/view'
import type { ColumnId } from '@/lib/domain/columns'
import { PersonPanel } from './person-panel'
import type { JobScreenState } from './use-job-screen'
import { useSelectAll } from './use-select-all'

const noCriteria: readonly string[] = []
const withoutColumns = (display: Layout, absent: readonly ColumnId[]): Layout => ({
  ...display,
  layout: { ...display.layout, columns: display.layout.columns.filter((id) => !absent.includes(id)) },
})

/** The job page's state as the list of applicants takes it. */
export function useJobList(screen: JobScreenState) {
  const { jobRef, job, title, view, change, filtered, terms, pages, open, selection, arrival } = screen
  const { y, m } = job.asOf
  const asOf = useMemo(() => ({ y, m }), [y, m])
  const { display, absentColumns } = screen
  const shownDisplay = useMemo(() => withoutColumns(display, absentColumns), [display, absentColumns])
  const { zoom } = display.layout
  const earliest = job.careerFrom
  const { criteriaNames: criteria = noCriteria } = job
  const panel = useCallback(
    (candidate: MarkedCandidate) => (
      <PersonPanel
        jobRef={jobRef}
        candidate={candidate}
        terms={terms}
        asOf={asOf}
        zoom={zoom}
        earliest={earliest}
      />
    ),
    [jobRef, terms, asOf, zoom, earliest],
  )
  const selectAll = useSelectAll({ jobRef, view, range: pages.range, filtered, selection })
  const onSort = useCallback((sort: SortRule[]) => change({ sort }), [change])

  const people: ListedPeople = {
    jobRef,
    label: `Applicants of ${title}`,
    view,
    pages,
    open,
    selection,
    terms,
    asOf,
    earliest,
    criteria,
    phone: screen.phone,
    arrival: {
      index: arrival.initialIndex,
      applicationId: arrival.current.kind === 'person' ? arrival.current.applicationId : null,
    },
  }
  return {
    people,
    display: shownDisplay,
    header: { selectAll, onSort, onSortIntent: (sort: SortRule[]) => pages.prepare({ ...view, sort }) },
    onReachEnd: screen.purchases.onReachEnd,
    panel: open.beside ? null : panel,
  }
}
