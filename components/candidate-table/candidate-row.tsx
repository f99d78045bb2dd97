'use client'

import { memo, type MouseEvent, type ReactNode, type Ref, useMemo } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { TableLayout } from '@/lib/url/layout'
import { displayName } from '@/lib/domain/current-role'
import { getCell } from './columns'
import { drawnColumns } from './drawn-columns'
import type { TableMeta } from './features'
import { RowContext, type RowControls } from './row-context'
import { panelId } from './toggle-id'

type Props = {
  /** Measures it: called with the one element of the row. */
  ref: Ref<HTMLDivElement>
  candidate: MarkedCandidate
  /** Row number in the whole list, from 0. */
  index: number
  open: boolean
  selected: boolean
  layout: TableLayout
  meta: TableMeta
  toggle: RowControls['toggle']
  select: RowControls['select']
  /** What opens below it; null where people open beside the list. */
  panel: ((candidate: MarkedCandidate) => ReactNode) | null
}

// Text stands in the middle of its cell without an element of its own: a list is as quick as it has few of them.
export const rowCell = 'min-w-0 content-center pe-3 -outline-offset-2 card:pe-0'

/** A person, and below them what is open: two rows of the grid in one item of the list. */
export const CandidateRow = memo(function CandidateRow(props: Props) {
  const { ref, candidate, index, open, selected, layout, meta, toggle, select, panel } = props
  const context = useMemo(() => ({ open, toggle, selected, select }), [open, toggle, selected, select])

  // The whole row opens with a pointer, its name too; what can be pressed by itself, and text being selected, keep their
  // own meaning.
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
    const selects = window.getSelection()?.isCollapsed === false
    // The third press of three selects the text, which the first could not know: what that one did is undone.
    if (selects && event.detail !== 3) return
    if (event.shiftKey) select(candidate.applicationId, true)
    else if (event.detail !== 2) toggle(candidate.applicationId)
  }

  const columns = drawnColumns(layout)
  return (
    <RowContext value={context}>
      <div
        ref={ref}
        role="presentation"
        data-index={index}
        data-open={open || undefined}
        data-selected={selected || undefined}
        className="group/row row-item"
      >
        <div
          role="row"
          aria-rowindex={index + 2}
          aria-selected={selected}
          onClick={onClick}
          className="person-row"
        >
          {columns.map(({ key, placement, style, cellClass }, at) => {
            const { Cell, draw } = getCell(key)
            return (
              <div
                key={key}
                role={key === 'name' ? 'rowheader' : 'gridcell'}
                aria-colindex={at + 1}
                data-col={at}
                tabIndex={-1}
                className={`${rowCell} in-data-wrap:py-1.5 card:in-data-wrap:py-0 ${cellClass} ${placement}`}
                style={style}
              >
                {draw ? draw({ candidate, meta }) : <Cell candidate={candidate} meta={meta} />}
              </div>
            )
          })}
        </div>
        {open && panel ? (
          <div
            role="row"
            className="card:mx-4 card:overflow-hidden card:rounded-b-panel card:border card:border-t-0"
          >
            <div
              role="gridcell"
              aria-colspan={columns.length}
              id={panelId(candidate.applicationId)}
              aria-label={`Details of ${displayName(candidate)}`}
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
