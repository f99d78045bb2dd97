'use client'

import { useLasting } from '@/components/ui/use-lasting'
import { CandidateRow } from './candidate-row'
import { drawnColumns } from './drawn-columns'
import { SkeletonRow } from './skeleton-row'
import { TableHeader } from './table-header'
import type { ListState } from './use-candidate-list'

/** The table: its header, and the rows on screen. */
export function CandidateGrid({ list, hidden }: { list: ListState; hidden: boolean }) {
  const { people, display, header, elements, axis, focus } = list
  const { pages, view } = people
  const { gridRef, headerRef } = elements
  const { layout } = display
  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label={people.label}
      aria-rowcount={(pages.range?.count ?? 0) + 1}
      aria-colcount={drawnColumns(layout).length}
      aria-multiselectable
      aria-busy={pages.stale || undefined}
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
      data-density={layout.density}
      data-wrap={layout.wrap || undefined}
      className="[--row-h:3.5rem] card:[--row-h:13.5rem] compact:[--row-h:2.25rem]"
      hidden={hidden}
    >
      <TableHeader
        ref={headerRef}
        display={display}
        axis={axis}
        criteria={people.criteria}
        sort={view.sort}
        controls={header}
      />
      <GridRows list={list} />
    </div>
  )
}

function GridRows({ list }: { list: ListState }) {
  const { people, display, elements, meta, table, rows, panel } = list
  const { pages, open, selection } = people
  const { range } = pages
  const { rowsRef } = elements
  const { virtualizer, measureRow, placed } = rows
  const { layout } = display
  const waiting = useLasting(pages.stale, 150)
  const items = virtualizer.getVirtualItems()
  const loaded = table.getRowModel().rows
  // Until rows are placed by their measured heights they stand in normal flow, behind a gap for those before them.
  const gap = {
    paddingTop: `calc(var(--row-h) * ${items[0]?.index ?? 0})`,
    minHeight: `calc(var(--row-h) * ${range?.count ?? 0})`,
  }
  return (
    <div
      ref={rowsRef}
      role="rowgroup"
      onFocus={rows.onFocus}
      onBlur={rows.onBlur}
      className={`relative transition-opacity duration-quick ${waiting ? 'opacity-60' : ''}`}
      // Said here and not to each row, which would be drawn again for it.
      data-placed={placed || undefined}
      style={placed ? undefined : gap}
    >
      {items.map((item) => {
        const row = range ? loaded[item.index - range.firstIndex] : undefined
        const common = { ref: measureRow, index: item.index, layout }
        return row ? (
          <CandidateRow
            key={item.key}
            {...common}
            candidate={row.original}
            open={open.ids.includes(row.id)}
            selected={selection.ids.has(row.original.applicationId)}
            meta={meta}
            toggle={open.toggle}
            select={selection.select}
            panel={panel}
          />
        ) : (
          <SkeletonRow key={item.key} {...common} height={item.size} />
        )
      })}
    </div>
  )
}
