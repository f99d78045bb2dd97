'use client'

import type { Header } from '@tanstack/react-table'
import type { Ref } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { SortRule } from '@/lib/contracts/view'
import type { CareerAxis } from '@/lib/domain/career-axis'
import type { TableLayout } from '@/lib/url/layout'
import { rowCell } from './candidate-row'
import { CareerHeader } from './career-header'
import { stickyClass } from './column-tracks'
import { ColumnResizer } from './column-resizer'
import type { Features } from './features'

const direction = { asc: 'ascending', desc: 'descending' } as const
type Head = Header<Features, MarkedCandidate>

const arrow = 'after:size-3.5 after:shrink-0 forced-colors:after:bg-[CanvasText]'
const unsorted =
  'after:bg-faint after:mask-(--shape-unsorted) after:opacity-0 hover:after:opacity-100 focus-visible:after:opacity-100'
const arrows = {
  asc: 'text-ink after:bg-accent after:mask-(--shape-ascending)',
  desc: 'text-ink after:bg-accent after:mask-(--shape-descending)',
} as const

/** The label of a column, which sorts by it where it can. Shift adds it to what the list is sorted by already. */
function SortButton({ header, several, onIntent }: Pick<Props, 'several' | 'onIntent'> & { header: Head }) {
  const { column } = header
  const sorted = column.getIsSorted()
  return (
    <button
      type="button"
      tabIndex={-1}
      data-focus
      title="Click to sort. Shift-click to add a second sort."
      onPointerEnter={() => {
        const key = column.columnDef.meta?.sortKey
        const next = column.getNextSortingOrder()
        if (key) onIntent(next === false ? [] : [{ key, descending: next === 'desc' }])
      }}
      onClick={column.getToggleSortingHandler()}
      className={`-mx-2 inline-flex h-7 min-w-0 items-center gap-1 rounded-control px-2 hover:bg-soft ${arrow} ${sorted ? arrows[sorted] : unsorted}`}
    >
      <span className="truncate">{column.columnDef.meta?.label}</span>
      {sorted && several ? (
        <span className="text-accent">
          <span className="sr-only">, sort order </span>
          {column.getSortIndex() + 1}
        </span>
      ) : null}
    </button>
  )
}

type SelectAllProps = { label: string; checked: boolean | 'mixed'; onPress: () => void }

/** Selects everyone whom the list means, or nobody. */
const SelectAll = ({ label, checked, onPress }: SelectAllProps) => (
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
  headers: Head[]
  layout: TableLayout
  change: (patch: Partial<TableLayout>) => void
  axis: CareerAxis
  several: boolean
  selectAll: SelectAllProps
  /** A pointer comes to what sorts like this. */
  onIntent: (sort: SortRule[]) => void
  ref: Ref<HTMLDivElement>
}

/** Stays at the top while the rows pass. Cards have no columns to head: there the order is chosen with the filters. */
export function TableHeader(props: Props) {
  const { headers, layout, change, axis, several, selectAll, onIntent, ref } = props
  const content = (header: Head) => {
    if (header.column.id === 'select') return <SelectAll {...selectAll} />
    if (header.column.id === 'career')
      return <CareerHeader axis={axis} zoom={layout.zoom} onZoom={(zoom) => change({ zoom })} />
    if (header.column.getCanSort())
      return <SortButton header={header} several={several} onIntent={onIntent} />
    return <span className="truncate">{header.column.columnDef.meta?.label}</span>
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
        {headers.map((header, at) => {
          const { column } = header
          const sorted = column.getIsSorted()
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={column.getCanSort() ? (sorted ? direction[sorted] : 'none') : undefined}
              data-col={at}
              data-column={column.id}
              tabIndex={-1}
              className={`${rowCell} relative flex items-center text-small font-medium text-muted ${stickyClass(layout, column.id)} ${at === 0 ? 'ps-3' : ''}`}
            >
              {content(header)}
              {column.id === 'select' ? null : (
                <ColumnResizer id={column.id} layout={layout} change={change} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
