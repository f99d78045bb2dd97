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

/** An item of the list; a card keeps its distance to the next as a part of its height. */
export const itemLook =
  'group/row min-h-(--row-h) w-full border-b border-line card:border-0 card:pb-2.5 in-data-placed:absolute in-data-placed:start-0 in-data-placed:top-0'
export const rowGrid =
  'grid min-h-[calc(var(--row-h)-1px)] grid-cols-(--columns) items-stretch bg-panel pe-2 beside:grid-cols-(--columns-beside) ' +
  'card:mx-4 card:min-h-[calc(var(--row-h)-0.625rem)] card:rounded-panel card:border card:grid-cols-[auto_minmax(0,1fr)_auto] card:content-center card:gap-x-2 card:gap-y-2 card:px-4 card:py-3'
const openEdge =
  'group-data-open/row:after:absolute group-data-open/row:after:inset-y-0 group-data-open/row:after:start-0 group-data-open/row:after:z-2 group-data-open/row:after:w-[3px] group-data-open/row:after:bg-accent forced-colors:group-data-open/row:after:bg-[Highlight]'
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
        className={itemLook}
      >
        <div
          role="row"
          aria-rowindex={index + 2}
          aria-selected={selected}
          onClick={onClick}
          className={`${rowGrid} ${openEdge} relative cursor-pointer group-data-open/row:bg-soft group-data-selected/row:bg-accent-soft hover:bg-soft card:group-data-open/row:rounded-b-none card:group-data-open/row:border-b-0`}
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
