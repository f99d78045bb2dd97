'use client'

import type { Column } from '@tanstack/react-table'
import type { Ref } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { getColumn } from '@/lib/domain/columns'
import { rowCell } from './candidate-row'
import { CareerHeader } from './career-header'
import { ColumnResizer } from './column-resizer'
import { drawnColumns } from './drawn-columns'
import type { Features } from './features'
import type { HeaderControls, ListState } from './use-candidate-list'
import type { Layout } from './use-layout'

const direction = { asc: 'ascending', desc: 'descending' } as const
type SortableColumn = Column<Features, MarkedCandidate>

const arrow = 'after:size-3.5 after:shrink-0 forced-colors:after:bg-[CanvasText]'
const unsorted =
  'after:bg-faint after:mask-(--shape-unsorted) after:opacity-0 hover:after:opacity-100 focus-visible:after:opacity-100'
const arrows = {
  asc: 'text-ink after:bg-accent after:mask-(--shape-ascending)',
  desc: 'text-ink after:bg-accent after:mask-(--shape-descending)',
} as const

type SortButtonProps = { column: SortableColumn; several: boolean; onIntent: HeaderControls['onSortIntent'] }

/** The label of a column, which sorts by it where it can. Shift adds it to what the list is sorted by already. */
function SortButton({ column, several, onIntent }: SortButtonProps) {
  const sorted = column.getIsSorted()
  return (
    <button
      type="button"
      tabIndex={-1}
      data-focus
      title="Click to sort. Shift-click to add a second sort."
      onPointerEnter={() => {
        const key = getColumn(column.id).sort
        const next = column.getNextSortingOrder()
        if (key) onIntent(next === false ? [] : [{ key, descending: next === 'desc' }])
      }}
      onClick={column.getToggleSortingHandler()}
      className={`-mx-2 inline-flex h-7 min-w-0 items-center gap-1 rounded-control px-2 hover:bg-soft ${arrow} ${sorted ? arrows[sorted] : unsorted}`}
    >
      <span className="truncate">{getColumn(column.id).label}</span>
      {sorted && several ? (
        <span className="text-accent">
          <span className="sr-only">, sort order </span>
          {column.getSortIndex() + 1}
        </span>
      ) : null}
    </button>
  )
}

/** Selects everyone in the view, or nobody. */
const SelectAll = ({ label, checked, onPress }: HeaderControls['selectAll']) => (
  <CheckBox
    aria-label={label}
    title={label}
    tabIndex={-1}
    data-focus
    checked={checked === true}
    mixed={checked === 'mixed'}
    onCheckedChange={onPress}
  />
)

type Props = {
  table: ListState['table']
  display: Layout
  axis: CareerAxis
  /** The list is sorted by more than one column. */
  several: boolean
  controls: HeaderControls
  ref: Ref<HTMLDivElement>
}

/** Stays at the top while the rows pass. Cards have no header: there the order is chosen beside the filters. */
export function TableHeader(props: Props) {
  const { table, display, axis, several, controls, ref } = props
  const { layout, change } = display
  const content = (key: string, column: SortableColumn) => {
    if (key === 'select') return <SelectAll {...controls.selectAll} />
    if (key === 'career')
      return <CareerHeader axis={axis} zoom={layout.zoom} onZoom={(zoom) => change({ zoom })} />
    if (column.getCanSort())
      return <SortButton column={column} several={several} onIntent={controls.onSortIntent} />
    return <span className="truncate">{getColumn(key).label}</span>
  }
  return (
    <div
      ref={ref}
      role="rowgroup"
      data-head
      className="group/head sticky top-0 z-2 border-y border-line bg-panel card:hidden"
    >
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 grid-cols-(--columns) items-stretch bg-inherit pe-2"
      >
        {drawnColumns(layout).map(({ key, placement, style }, at) => {
          const column = table.getColumn(key)
          if (!column) return null
          const sorted = column.getIsSorted()
          return (
            <div
              key={key}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={column.getCanSort() ? (sorted ? direction[sorted] : 'none') : undefined}
              data-col={at}
              data-column={key}
              tabIndex={-1}
              className={`${rowCell} relative flex items-center text-small font-medium text-muted ${placement}`}
              style={style}
            >
              {content(key, column)}
              {key === 'select' ? null : <ColumnResizer id={key} layout={layout} change={change} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
