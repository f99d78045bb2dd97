'use client'

import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Candidate } from '@/lib/contracts/candidate'
import type { SortRule, View } from '@/lib/contracts/view'
import { viewToSearch } from '@/lib/url/view'
import { CandidateRow } from './candidate-row'
import { columnCount, gridTemplate } from './columns'
import { SkeletonRow } from './skeleton-row'
import { TableHeader } from './table-header'
import type { CandidatePages } from './use-candidate-pages'
import { useCandidateTable } from './use-candidate-table'
import type { OpenRows } from './use-open-rows'
import { useReaderReach } from './use-reader-reach'
import { useRowVirtualizer } from './use-row-virtualizer'
import { useScrollMemory } from './use-scroll-memory'

type Props = {
  label: string
  /** Pathname of the list. */
  path: string
  view: View
  pages: CandidatePages
  open: OpenRows
  onSort: (sort: SortRule[]) => void
  terms: readonly string[]
  /** Row number to stand at before anything is measured. */
  initialIndex: number
  reveal: string | null
  onReach: () => void
  panel: (candidate: Candidate) => ReactNode
  /** Scrolls away above the table. */
  above: ReactNode
  /** In place of the rows, when there are none. */
  instead: ReactNode
  below: ReactNode
  /** Stays in sight over the lower edge. */
  notice: ReactNode
}

const columnStyle = { '--columns': gridTemplate } as CSSProperties

/** The one scroller of a job's page, in both directions, and the table inside it. */
export function CandidateList(props: Props) {
  const { label, path, view, pages, open, terms, panel, reveal } = props
  const { range, cover } = pages
  const viewKey = viewToSearch(view)
  const scroller = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const header = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const elements = useMemo(() => ({ scroller, above, header, rows: body }), [])

  const table = useCandidateTable({
    candidates: range?.items,
    keys: range?.keys,
    sort: view.sort,
    onSort: props.onSort,
    open: open.ids,
    terms,
  })
  const rows = useRowVirtualizer(range, elements, props.initialIndex)
  const { virtualizer, placed } = rows
  const remember = useScrollMemory({ scroller, rows, pages, open, viewKey, path, reveal })
  const reach = useReaderReach(scroller, props.onReach)

  const items = virtualizer.getVirtualItems()
  const loaded = table.getRowModel().rows
  const first = virtualizer.range?.startIndex
  const last = virtualizer.range?.endIndex
  useEffect(() => {
    if (placed && first !== undefined && last !== undefined) cover(first, last)
  }, [placed, first, last, cover])

  const { containerRef } = virtualizer
  const holdBody = useCallback(
    (node: HTMLDivElement | null) => {
      body.current = node
      containerRef(node)
    },
    [containerRef],
  )

  return (
    <div
      ref={scroller}
      onScroll={() => {
        remember()
        reach()
      }}
      className="@container/desk h-full overflow-auto [overflow-anchor:none]"
    >
      <div className="min-w-[64rem] card:min-w-0">
        <div ref={above} className="sticky start-0 w-[100cqw]">
          {props.above}
        </div>
        <div
          role="table"
          aria-label={label}
          aria-rowcount={(range?.count ?? 0) + 1}
          aria-colcount={columnCount}
          aria-busy={pages.stale || undefined}
          style={columnStyle}
          className="[--row-h:3.5rem] card:[--row-h:11rem]"
          hidden={props.instead !== null}
        >
          <TableHeader ref={header} headers={table.getFlatHeaders()} />
          <div
            ref={holdBody}
            role="rowgroup"
            onFocus={rows.onFocus}
            onBlur={rows.onBlur}
            className={`relative transition-opacity duration-quick ${pages.stale ? 'opacity-60 delay-150' : ''}`}
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
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  role="presentation"
                  className={`min-h-(--row-h) w-full card:pb-2.5 ${placed ? 'absolute start-0 top-0' : ''}`}
                  style={row ? undefined : { height: item.size }}
                >
                  {row ? (
                    <CandidateRow
                      row={row}
                      index={item.index}
                      open={row.getIsExpanded()}
                      terms={terms}
                      toggle={open.toggle}
                      panel={panel}
                    />
                  ) : (
                    <SkeletonRow index={item.index} />
                  )}
                </div>
              )
            })}
          </div>
        </div>
        <div className="sticky start-0 w-[100cqw]">
          {props.instead}
          {props.below}
        </div>
        {props.notice ? (
          <div className="sticky start-0 bottom-0 z-2 w-[100cqw] px-5 pb-4 card:px-4">{props.notice}</div>
        ) : null}
      </div>
    </div>
  )
}
