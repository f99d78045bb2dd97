'use client'

import { FlexRender, type Row } from '@tanstack/react-table'
import { memo, type MouseEvent, type ReactNode, useMemo } from 'react'
import type { Candidate } from '@/lib/contracts/candidate'
import type { TableLayout } from '@/lib/url/layout'
import { stickyClass } from './column-tracks'
import { displayName } from '@/lib/domain/current-role'
import type { Features, TableMeta } from './features'
import { RowContext, type RowControls } from './row-context'
import { panelId } from './row-toggle'

type Props = {
  row: Row<Features, Candidate>
  /** Row number in the whole list, from 0. */
  index: number
  open: boolean
  selected: boolean
  layout: TableLayout
  /** Only so that a new search or time axis draws the cells anew; they read it from the table. */
  meta: TableMeta
  toggle: RowControls['toggle']
  select: RowControls['select']
  panel: (candidate: Candidate) => ReactNode
}

export const rowShell =
  'group/row border-line bg-panel border-b card:mx-4 card:rounded-panel card:border card:overflow-hidden'
export const rowGrid =
  'grid min-h-[calc(var(--row-h)-1px)] grid-cols-(--columns) items-stretch bg-inherit pe-2 ' +
  'card:min-h-[calc(var(--row-h)-0.625rem-2px)] card:grid-cols-[auto_minmax(0,1fr)_auto] card:content-center card:gap-x-2 card:gap-y-2 card:px-4 card:py-3'
export const rowCell = 'flex min-w-0 items-center pe-3 card:pe-0'

/** A person, and below them what is open: two rows of the grid in one item of the list. */
export const CandidateRow = memo(function CandidateRow(props: Props) {
  const { row, index, open, selected, layout, toggle, select, panel } = props
  const candidate = row.original
  const context = useMemo(() => ({ open, toggle, selected, select }), [open, toggle, selected, select])

  // The whole row opens with a pointer; what can be pressed by itself, and text being selected, keep their own meaning.
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
    if (window.getSelection()?.isCollapsed === false) return
    if (event.shiftKey) select(candidate.applicationId, true)
    else toggle(candidate.applicationId)
  }

  const cells = row.getVisibleCells()
  return (
    <RowContext value={context}>
      <div
        role="presentation"
        data-open={open || undefined}
        data-selected={selected || undefined}
        className={rowShell}
      >
        <div
          role="row"
          aria-rowindex={index + 2}
          aria-selected={selected}
          onClick={onClick}
          className={`${rowGrid} cursor-pointer group-data-open/row:bg-soft group-data-selected/row:bg-accent-soft hover:bg-soft`}
        >
          {cells.map((cell, at) => (
            <div
              key={cell.id}
              role={cell.column.id === 'name' ? 'rowheader' : 'gridcell'}
              aria-colindex={at + 1}
              data-col={at}
              tabIndex={-1}
              className={`${rowCell} ${cell.column.columnDef.meta?.className ?? ''} ${stickyClass(layout, cell.column.id)} ${at === 0 ? 'ps-3 card:ps-0' : ''}`}
            >
              <FlexRender cell={cell} />
            </div>
          ))}
        </div>
        {open ? (
          <div role="row">
            <div
              role="gridcell"
              aria-colspan={cells.length}
              id={panelId(candidate.applicationId)}
              aria-label={`Career of ${displayName(candidate)}`}
              data-panel
              className="sticky start-0 w-[100cqw] bg-soft card:w-full"
            >
              {panel(candidate)}
            </div>
          </div>
        ) : null}
      </div>
    </RowContext>
  )
})
