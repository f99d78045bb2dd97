import type { Ref } from 'react'
import { itemLook, rowCell, rowGrid } from './candidate-row'

type Props = {
  ref: Ref<HTMLDivElement>
  placed: boolean
  index: number
  /** Pixels: of a row, or of what was open there. */
  height: number
  columns: number
}

const bar = 'bg-soft rounded-[3px]'

/** A row of the true size whose page is on its way. Widths differ a little, by row number, so that it reads as people. */
export function SkeletonRow({ ref, placed, index, height, columns }: Props) {
  const width = (least: number, spread: number) => `${least + ((index * 37) % spread)}%`
  return (
    <div ref={ref} role="presentation" data-index={index} className={itemLook(placed)} style={{ height }}>
      <div role="row" aria-rowindex={index + 2} className={rowGrid}>
        <div role="gridcell" aria-colspan={columns} className="sr-only">
          Loading applicant {index + 1}
        </div>
        <div aria-hidden className={`${rowCell} space-y-2 ps-17 card:col-span-full card:ps-0`}>
          <div className={`${bar} h-3`} style={{ width: width(28, 20) }} />
          <div className={`${bar} h-2.5`} style={{ width: width(50, 35) }} />
        </div>
        <div aria-hidden className={rowCell}>
          <div className={`${bar} h-5 w-20 rounded-md`} />
        </div>
        <div aria-hidden className={rowCell} />
        <div aria-hidden className={`${rowCell} space-y-2 card:col-span-full`}>
          <div className={`${bar} h-3`} style={{ width: width(35, 30) }} />
          <div className={`${bar} h-2.5 card:hidden`} style={{ width: width(40, 30) }} />
        </div>
        <div aria-hidden className={`${rowCell} card:hidden`}>
          <div className={`${bar} h-3 w-16`} />
        </div>
        <div aria-hidden className={`${rowCell} card:hidden`}>
          <div className={`${bar} h-3`} style={{ width: width(40, 30) }} />
        </div>
        <div aria-hidden className={`${rowCell} card:hidden`}>
          <div className={`${bar} h-3 w-14`} />
        </div>
      </div>
    </div>
  )
}
