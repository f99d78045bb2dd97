'use client'

import { FlexRender, type Row } from '@tanstack/react-table'
import { memo, type MouseEvent, type ReactNode, useMemo } from 'react'
import type { Candidate } from '@/lib/contracts/candidate'
import { columnCount } from './columns'
import { displayName } from './current-role'
import type { Features } from './features'
import { panelId, RowContext } from './row-toggle'

type Props = {
  row: Row<Features, Candidate>
  /** Row number in the whole list, from 0. */
  index: number
  open: boolean
  /** Only so that a new search draws the marks anew; the cells read it from the table. */
  terms: readonly string[]
  toggle: (applicationId: string) => void
  panel: (candidate: Candidate) => ReactNode
}

export const rowShell =
  'group/row border-line bg-panel border-b card:mx-4 card:rounded-panel card:border card:overflow-hidden'
export const rowGrid =
  'grid h-[calc(var(--row-h)-1px)] grid-cols-(--columns) items-stretch bg-inherit pe-2 ' +
  'card:h-[calc(var(--row-h)-0.625rem-2px)] card:grid-cols-[auto_minmax(0,1fr)_auto] card:content-center card:gap-x-2 card:gap-y-2 card:px-4'
export const rowCell = 'flex min-w-0 items-center pe-3 card:pe-0'

/** A person, and below them what is open: two rows of the table in one item of the list. */
export const CandidateRow = memo(function CandidateRow({ row, index, open, toggle, panel }: Props) {
  const candidate = row.original
  const context = useMemo(() => ({ open, toggle }), [open, toggle])

  // The whole row opens with a pointer; what can be pressed by itself, and text being selected, keep their own meaning.
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
    if (window.getSelection()?.isCollapsed === false) return
    toggle(candidate.applicationId)
  }

  return (
    <RowContext value={context}>
      <div role="presentation" data-open={open || undefined} className={rowShell}>
        <div
          role="row"
          aria-rowindex={index + 2}
          onClick={onClick}
          className={`${rowGrid} cursor-pointer group-data-open/row:bg-soft hover:bg-soft`}
        >
          {row.getAllCells().map((cell) => (
            <div
              key={cell.id}
              role="cell"
              className={`${rowCell} ${cell.column.columnDef.meta?.className ?? ''}`}
            >
              <FlexRender cell={cell} />
            </div>
          ))}
        </div>
        {open ? (
          <div role="row">
            <div
              role="cell"
              aria-colspan={columnCount}
              id={panelId(candidate.applicationId)}
              aria-label={`Career of ${displayName(candidate)}`}
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
