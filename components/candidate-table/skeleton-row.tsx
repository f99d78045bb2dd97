import type { Ref } from 'react'
import type { TableLayout } from '@/lib/url/layout'
import { itemLook, rowCell, rowGrid } from './candidate-row'
import { shownColumns, stickyClass } from './column-tracks'
import { columnClass } from './columns'
import { headlineInset } from './row-toggle'

type Props = {
  ref: Ref<HTMLDivElement>
  placed: boolean
  index: number
  /** Pixels: of a row, or of what was open there. */
  height: number
  layout: TableLayout
}

const bar = 'block bg-soft rounded-mark'
type Width = (least: number, spread: number) => string

/** What stands in a cell until its page is here, at the size of what will. */
function Blank({ id, width }: { id: string; width: Width }) {
  if (id === 'select') return <span className={`${bar} size-4`} />
  if (id === 'rating') return <span className={`${bar} h-6 w-20 rounded-control`} />
  // Most people have no signal.
  if (id === 'top') return null
  if (id === 'career') return <span className={`${bar} h-6`} style={{ width: width(40, 45) }} />
  if (id === 'name' || id === 'now') {
    return (
      <>
        <span
          className={`${bar} col-span-full my-1 h-3 ${id === 'name' ? 'ms-5.5 card:ms-0' : ''}`}
          style={{ width: width(28, 20) }}
        />
        <span
          className={`${id === 'name' ? headlineInset : 'col-span-full'} block w-full py-1 compact:hidden`}
        >
          <span className={`${bar} h-2.5`} style={{ width: width(45, 35) }} />
        </span>
      </>
    )
  }
  return <span className={`${bar} h-3`} style={{ width: width(45, 40) }} />
}

/** A row of the true size whose page is on its way. Widths differ a little, by row number, so that it reads as people. */
export function SkeletonRow({ ref, placed, index, height, layout }: Props) {
  const width: Width = (least, spread) => `${least + ((index * 37) % spread)}%`
  const ids = shownColumns(layout)
  return (
    <div ref={ref} role="presentation" data-index={index} className={itemLook(placed)} style={{ height }}>
      <div role="row" aria-rowindex={index + 2} className={rowGrid}>
        <div role="gridcell" aria-colspan={ids.length} className="sr-only">
          Loading applicant {index + 1}
        </div>
        {ids.map((id, at) => (
          <div
            key={id}
            aria-hidden
            className={`${rowCell} ${columnClass(id)} ${stickyClass(layout, id)} ${at === 0 ? 'ps-3 card:ps-0' : ''}`}
          >
            <Blank id={id} width={width} />
          </div>
        ))}
      </div>
    </div>
  )
}
