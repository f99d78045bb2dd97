import type { Ref } from 'react'
import type { TableLayout } from '@/lib/url/layout'
import { rowCell } from './candidate-row'
import { getCell } from './columns'
import { drawnColumns } from './drawn-columns'
import { headlineInset } from './row-toggle'

type Props = {
  ref: Ref<HTMLDivElement>
  index: number
  /** Pixels: of a row, or of what was open there. */
  height: number
  layout: TableLayout
}

const bar = 'block bg-soft rounded-mark'
type Width = (min: number, spread: number) => string

function Lines({ inset, width }: { inset: boolean; width: Width }) {
  return (
    <>
      <span
        className={`${bar} col-span-full my-1 h-3 ${inset ? 'ms-5.5 card:ms-0' : ''}`}
        style={{ width: width(28, 20) }}
      />
      <span className={`${inset ? headlineInset : 'col-span-full'} block w-full py-1 compact:hidden`}>
        <span className={`${bar} h-2.5`} style={{ width: width(45, 35) }} />
      </span>
    </>
  )
}

/** What stands in a cell until its page is here, at the size of what will. */
function Blank({ column, width }: { column: string; width: Width }) {
  const { skeleton } = getCell(column)
  if (skeleton === 'nothing') return null
  if (skeleton === 'box') return <span className={`${bar} size-4`} />
  if (skeleton === 'badge') return <span className={`${bar} h-6 w-20 rounded-control`} />
  // A name begins after its row's chevron.
  if (skeleton === 'lines') return <Lines inset={column === 'name'} width={width} />
  const style = { width: skeleton === 'bar' ? width(40, 45) : width(45, 40) }
  return <span className={`${bar} ${skeleton === 'bar' ? 'h-6' : 'h-3'}`} style={style} />
}

/** A row of the true size whose page is on its way. Widths differ a little, by row number, so that it reads as people. */
export function SkeletonRow({ ref, index, height, layout }: Props) {
  const width: Width = (min, spread) => `${min + ((index * 37) % spread)}%`
  const columns = drawnColumns(layout)
  return (
    <div ref={ref} role="presentation" data-index={index} className="group/row row-item" style={{ height }}>
      <div role="row" aria-rowindex={index + 2} className="row-grid">
        <div role="gridcell" aria-colspan={columns.length} className="sr-only">
          Loading applicant {index + 1}
        </div>
        {columns.map(({ key, placement, style, cellClass }) => (
          <div key={key} aria-hidden className={`${rowCell} ${cellClass} ${placement}`} style={style}>
            <Blank column={key} width={width} />
          </div>
        ))}
      </div>
    </div>
  )
}
