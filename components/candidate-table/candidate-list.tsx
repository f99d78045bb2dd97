'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { SortRule, View } from '@/lib/contracts/view'
import { announce } from '@/components/ui/announcer'
import { useIntent } from '@/components/ui/use-intent'
import { useFocusRestore } from '@/components/ui/use-focus-restore'
import { lazyPart } from '@/components/shared/lazy-part'
import { ScrollEdge } from '@/components/ui/scroll-edge'
import { useDelayedEnd } from '@/components/ui/use-delayed-end'
import { useScrollEdges } from '@/components/ui/use-scroll-edges'
import { axisTicks, type CareerAxis, careerAxis, placeOnAxis } from '@/lib/domain/career-axis'
import { displayName } from '@/lib/domain/current-role'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { CandidateRow } from './candidate-row'
import { trackStyle } from './column-tracks'
import { SkeletonRow } from './skeleton-row'
import { TableHeader } from './table-header'
import type { CandidatePages } from './use-candidate-pages'
import { useCandidateTable } from './use-candidate-table'
import { useGridFocus } from './use-grid-focus'
import type { Layout } from './use-layout'
import type { OpenRows } from './use-open-rows'
import { useReaderReach } from './use-reader-reach'
import { useRowVirtualizer } from './use-row-virtualizer'
import { useScrollMemory } from './use-scroll-memory'
import { useSeenRows } from './use-seen-rows'
import type { Selection } from './use-selection'

// For a pointer that rests on a career: fetched once the reader stirs.
const CareerTooltip = lazyPart(
  async () => (await import('./career-tooltip')).CareerTooltip,
  () => null,
)

const none: MarkedCandidate[] = []

type Props = {
  jobRef: JobRef
  label: string
  /** Pathname of the list. */
  path: string
  view: View
  pages: CandidatePages
  open: OpenRows
  selection: Selection
  /** The box in the header: which rows it means, and whether they are selected. */
  selectAll: { label: string; checked: boolean | 'mixed'; onPress: () => void }
  arrangement: Layout
  /** The month up to which a current job lasts. */
  asOf: Month
  /** Where the earliest career of the list begins, months since year 0; null when that is not known. */
  earliest: number | null
  onSort: (sort: SortRule[]) => void
  /** A reader is about to sort by this. */
  onSortIntent: (sort: SortRule[]) => void
  terms: readonly string[]
  /** Row number to stand at before anything is measured. */
  initialIndex: number
  reveal: string | null
  /** The reader scrolled to the end of the list; false while its last rows are on their way. */
  onReach: () => boolean
  panel: (candidate: MarkedCandidate) => ReactNode
  /** Scrolls away above the table. */
  above: ReactNode
  /** In place of the rows, when there are none. */
  instead: ReactNode
  below: ReactNode
  /** Stays in sight below the list, which is shorter by it. */
  notice: ReactNode
}

/** A hairline for each year of the axis, as the ground that all careers stand on: no element of its own in any row. */
function axisLines(axis: CareerAxis): string {
  const stops = axisTicks(axis).map(({ month }) => {
    const at = `${(placeOnAxis(axis, month) * 100).toFixed(2)}%`
    return `transparent ${at}, var(--line) ${at} calc(${at} + 1px), transparent calc(${at} + 1px)`
  })
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')})`
}

/** The one scroller of a job's page, in both directions, and the table inside it. */
export function CandidateList(props: Props) {
  const { label, path, view, pages, open, selection, terms, panel, reveal, asOf, earliest } = props
  const { layout, change } = props.arrangement
  const { range, cover } = pages
  const waiting = useDelayedEnd(pages.stale, 150)
  const viewKey = viewToSearch(view)
  const scroller = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const header = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  useScrollEdges(scroller)
  const elements = useMemo(() => ({ scroller, above, header, rows: body }), [])

  const { y, m } = asOf
  const axis = useMemo(() => careerAxis(layout.zoom, { y, m }, earliest), [layout.zoom, y, m, earliest])
  const { wrap } = layout
  const meta = useMemo(() => ({ terms, wrap, axis, asOf: { y, m } }), [terms, wrap, axis, y, m])
  const tracks = useMemo(() => ({ ...trackStyle(layout), '--career-lines': axisLines(axis) }), [layout, axis])
  const table = useCandidateTable({
    candidates: range?.items,
    keys: range?.keys,
    sort: view.sort,
    onSort: props.onSort,
    open: open.ids,
    layout,
    meta,
  })
  const rows = useRowVirtualizer(range, elements, props.initialIndex)
  const { virtualizer, placed } = rows
  const remember = useScrollMemory({ scroller, rows, pages, open, selection, viewKey, path, reveal })
  const sendReach = useReaderReach(scroller, props.onReach, range)

  const items = virtualizer.getVirtualItems()
  const loaded = table.getRowModel().rows
  const first = virtualizer.range?.startIndex
  const last = virtualizer.range?.endIndex
  useEffect(() => {
    if (placed && first !== undefined && last !== undefined) cover(first, last)
  }, [placed, first, last, cover])

  const visible = useMemo(() => {
    if (!range || !placed || pages.stale || first === undefined || last === undefined) return none
    return range.items.slice(Math.max(0, first - range.firstIndex), Math.max(0, last + 1 - range.firstIndex))
  }, [range, placed, pages.stale, first, last])
  useSeenRows({ jobRef: props.jobRef, visible, revision: range?.job.revision ?? null })

  const { containerRef } = virtualizer
  const holdBody = useCallback(
    (node: HTMLDivElement | null) => {
      body.current = node
      containerRef(node)
    },
    [containerRef],
  )

  const { toggle } = open
  const { select } = selection
  const keyAt = useCallback(
    (index: number) => (range ? range.items[index - range.firstIndex]?.applicationId : undefined),
    [range],
  )
  const focus = useGridFocus({
    grid,
    virtualizer,
    rowCount: range?.count ?? 0,
    onOpen: useCallback(
      (index) => {
        const id = keyAt(index)
        if (id !== undefined) toggle(id)
      },
      [keyAt, toggle],
    ),
    onSelect: useCallback(
      (index, through) => {
        const person = range?.items[index - range.firstIndex]
        if (!person) return
        const selected = select(person.applicationId, through)
        // A key changes a box that the focus is not on: nothing else would say so.
        const what = selected.has(person.applicationId) ? 'selected' : 'no longer selected'
        announce(`${displayName(person)} ${what}. ${selected.size} selected in all.`)
      },
      [range, select],
    ),
  })
  const [pointed, setPointed] = useState(false)
  useIntent(CareerTooltip.prepare)
  const headers = table.getFlatHeaders()
  const instead = useRef<HTMLDivElement>(null)
  const keeping = useFocusRestore(instead, focus.enter)

  return (
    <div className="flex h-full flex-col">
      {/* What is fixed in the list is so within this: the bars that float, and notices below it, which say their height. */}
      <div data-list-pane className="min-h-0 flex-1 contain-layout">
        <div
          ref={scroller}
          onScroll={() => {
            remember()
            sendReach()
          }}
          className="@container/desk h-[calc(100%-var(--below,0px))] overflow-auto [overflow-anchor:none]"
        >
          <div data-tracks className="min-w-(--table-min) card:min-w-0" style={tracks}>
            <div ref={above} className="sticky start-0 z-3 flow-root w-[100cqw]">
              {props.above}
            </div>
            <div className="relative">
              <div
                ref={grid}
                role="grid"
                aria-label={label}
                aria-rowcount={(range?.count ?? 0) + 1}
                aria-colcount={headers.length}
                aria-multiselectable
                aria-busy={pages.stale || undefined}
                onKeyDown={focus.onKeyDown}
                onFocus={focus.onFocus}
                data-density={layout.density}
                data-wrap={layout.wrap || undefined}
                className="[--row-h:3.5rem] card:[--row-h:13.5rem] compact:[--row-h:2.25rem]"
                hidden={props.instead !== null}
              >
                <TableHeader
                  ref={header}
                  headers={headers}
                  layout={layout}
                  change={change}
                  axis={axis}
                  several={view.sort.length > 1}
                  selectAll={props.selectAll}
                  onIntent={props.onSortIntent}
                />
                <div
                  ref={holdBody}
                  role="rowgroup"
                  onPointerOver={() => setPointed(true)}
                  onFocus={rows.onFocus}
                  onBlur={rows.onBlur}
                  className={`relative transition-opacity duration-quick ${waiting ? 'opacity-60' : ''}`}
                  // Until rows are placed by their measured heights they stand in normal flow behind a gap for those before.
                  style={
                    placed
                      ? undefined
                      : {
                          paddingTop: `calc(var(--row-h) * ${items[0]?.index ?? 0})`,
                          minHeight: `calc(var(--row-h) * ${range?.count ?? 0})`,
                        }
                  }
                >
                  {items.map((item) => {
                    const row = range ? loaded[item.index - range.firstIndex] : undefined
                    const common = { ref: virtualizer.measureElement, placed, index: item.index }
                    return row ? (
                      <CandidateRow
                        key={item.key}
                        {...common}
                        row={row}
                        open={row.getIsExpanded()}
                        selected={selection.ids.has(row.original.applicationId)}
                        layout={layout}
                        meta={meta}
                        toggle={toggle}
                        select={select}
                        panel={panel}
                      />
                    ) : (
                      <SkeletonRow key={item.key} {...common} height={item.size} layout={layout} />
                    )
                  })}
                </div>
              </div>
              {props.instead === null ? <ScrollEdge /> : null}
            </div>
            <div className="sticky start-0 w-[100cqw]">
              <div ref={instead} tabIndex={-1} className="outline-none" {...keeping}>
                {props.instead}
              </div>
              {props.below}
            </div>
          </div>
        </div>
      </div>
      {pointed ? (
        <CareerTooltip
          body={body}
          candidateAt={(index) => range?.items[index - range.firstIndex]}
          axis={axis}
          asOf={asOf}
        />
      ) : null}
      {props.notice}
    </div>
  )
}
