'use client'

import type { Ref } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import type { SortRule } from '@/lib/contracts/view'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { type ColumnDeclaration, getColumn } from '@/lib/domain/columns'
import { rowCell } from './candidate-row'
import { CareerHeader } from './career-header'
import { CriteriaHeader } from './cells/lazy-cells'
import { ColumnResizer } from './column-resizer'
import { drawnColumns } from './drawn-columns'
import { findRule, sortAfterPress } from './header-sort'
import type { HeaderControls } from './use-candidate-list'
import type { Layout } from './use-layout'

const getDirection = (rule: SortRule) => (rule.descending ? 'descending' : 'ascending')

const arrows = {
  ascending: 'text-ink after:bg-accent after:mask-(--shape-ascending)',
  descending: 'text-ink after:bg-accent after:mask-(--shape-descending)',
} as const

type SortButtonProps = { column: ColumnDeclaration; sort: readonly SortRule[]; controls: HeaderControls }

/** The label of a column, which sorts by it where it can. Shift adds it to what the list is sorted by already. */
function SortButton({ column, sort, controls }: SortButtonProps) {
  const rule = findRule(sort, column)
  return (
    <button
      type="button"
      tabIndex={-1}
      data-focus
      title="Click to sort. Shift-click to add a second sort."
      onPointerEnter={() => controls.onSortIntent(sortAfterPress(sort, column, false))}
      onClick={(event) => controls.onSort(sortAfterPress(sort, column, event.shiftKey))}
      className={`sort-button ${rule ? arrows[getDirection(rule)] : 'sort-unsorted'}`}
    >
      <span className="truncate">{column.label}</span>
      {rule && sort.length > 1 ? (
        <span className="text-accent">
          <span className="sr-only">, sort order </span>
          {sort.indexOf(rule) + 1}
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
  display: Layout
  axis: CareerAxis
  criteria: readonly string[]
  sort: readonly SortRule[]
  controls: HeaderControls
  ref: Ref<HTMLDivElement>
}

/** Stays at the top while the rows pass. Cards have no header: there the order is chosen beside the filters. */
export function TableHeader(props: Props) {
  const { display, axis, criteria, sort, controls, ref } = props
  const { layout, change } = display
  const content = (key: string, column: ColumnDeclaration) => {
    if (key === 'select') return <SelectAll {...controls.selectAll} />
    if (key === 'career')
      return <CareerHeader axis={axis} zoom={layout.zoom} onZoom={(zoom) => change({ zoom })} />
    if (key === 'criteria') return <CriteriaHeader label={column.label} names={criteria} />
    if (column.sort) return <SortButton column={column} sort={sort} controls={controls} />
    return <span className="truncate">{column.label}</span>
  }
  return (
    <div
      ref={ref}
      role="rowgroup"
      data-head
      className="group/head sticky top-0 z-2 border-b border-line bg-panel card:hidden"
    >
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 grid-cols-(--columns) items-stretch bg-inherit pe-2 beside:grid-cols-(--columns-beside)"
      >
        {drawnColumns(layout).map(({ key, placement, style }, at) => {
          const column = getColumn(key)
          const rule = findRule(sort, column)
          return (
            <div
              key={key}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={column.sort ? (rule ? getDirection(rule) : 'none') : undefined}
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
