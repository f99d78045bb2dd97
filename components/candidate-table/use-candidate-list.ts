'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { SortRule, View } from '@/lib/contracts/view'
import { useScrollEdges } from '@/components/ui/use-scroll-edges'
import { jobPath, type JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import type { CandidatePages } from './use-candidate-pages'
import { useCandidateTable } from './use-candidate-table'
import { useCareerAxis } from './use-career-axis'
import { useFollowOpen } from './use-follow-open'
import type { Layout } from './use-layout'
import { useListFocus } from './use-list-focus'
import type { OpenRows } from './use-open-rows'
import { useReaderReach } from './use-reader-reach'
import { useRowVirtualizer } from './use-row-virtualizer'
import { useScrollMemory } from './use-scroll-memory'
import type { Selection } from './use-selection'
import { useVisibleRows } from './use-visible-rows'

/** Who is listed, open and selected. */
export type ListedPeople = {
  jobRef: JobRef
  /** The name of the list. */
  label: string
  view: View
  pages: CandidatePages
  open: OpenRows
  selection: Selection
  /** Folded search terms, to mark where they match. */
  terms: readonly string[]
  /** The month up to which a current job lasts. */
  asOf: Month
  /** Where the earliest career of the list begins, months since year 0; null when that is not known. */
  earliest: number | null
  /** What filters by the job's criteria can name: each of them, in its order, and before them all musts together. */
  criteria: readonly string[]
  /** The person in the address: their row number before anything is measured, and who they are. */
  arrival: { index: number; applicationId: string | null }
  /** The reader holds a phone, as far as the server can tell. */
  phone: boolean
}

/** What the header of the table does. */
export type HeaderControls = {
  /** The check box in the header: what it selects, and whether that is selected. */
  selectAll: { label: string; checked: boolean | 'mixed'; onPress: () => void }
  onSort: (sort: SortRule[]) => void
  /** A reader is about to sort by this. */
  onSortIntent: (sort: SortRule[]) => void
}

export type ListOptions = {
  people: ListedPeople
  display: Layout
  header: HeaderControls
  /** The reader scrolled to the end of the list. @returns false while its last rows are on their way */
  onReachEnd: () => boolean
  /** What opens below a person's row; null where they open beside the list. */
  panel: ((candidate: MarkedCandidate) => ReactNode) | null
}

function useListElements() {
  const scrollerRef = useRef<HTMLDivElement>(null)
  const aboveRef = useRef<HTMLDivElement>(null)
  const headerRef = useRef<HTMLDivElement>(null)
  const rowsRef = useRef<HTMLDivElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  return useMemo(() => ({ scrollerRef, aboveRef, headerRef, rowsRef, gridRef }), [])
}

/**
 * The state of the list that its parts draw. To be called by the component that owns the scroller: it draws again with
 * each scroll that brings other rows.
 */
export function useCandidateList({ people, display, header, onReachEnd, panel }: ListOptions) {
  const { jobRef, view, pages, open, selection, arrival } = people
  const elements = useListElements()
  const { scrollerRef } = elements
  useScrollEdges(scrollerRef)
  const { axis, meta, tracks } = useCareerAxis(people, display.layout)
  const table = useCandidateTable({
    candidates: pages.range?.items,
    keys: pages.range?.keys,
  })
  const rows = useRowVirtualizer(pages.range, elements, arrival.index, people.phone)
  const remember = useScrollMemory({
    scroller: scrollerRef,
    rows,
    pages,
    open,
    selection,
    viewKey: viewToSearch(view),
    path: jobPath(jobRef).split('?', 1)[0] ?? '',
    reveal: arrival.applicationId,
  })
  const reach = useReaderReach(scrollerRef, onReachEnd, pages.range)
  useVisibleRows(jobRef, pages, rows)
  const focus = useListFocus(people, elements.gridRef, rows.virtualizer)
  useFollowOpen(people, rows, focus)
  const onScroll = () => {
    remember()
    reach()
  }
  return {
    people,
    display,
    header,
    panel,
    elements,
    axis,
    meta,
    tracks,
    table,
    rows,
    focus,
    onScroll,
  }
}

export type ListState = ReturnType<typeof useCandidateList>
