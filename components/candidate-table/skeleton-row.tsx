import { rowCell, rowGrid, rowShell } from './candidate-row'

const bar = 'bg-soft rounded-[3px]'

/** A row of the true size whose page is on its way. Widths differ a little, by row number, so that it reads as people. */
export function SkeletonRow({ index, columns }: { index: number; columns: number }) {
  const width = (least: number, spread: number) => `${least + ((index * 37) % spread)}%`
  return (
    <div role="presentation" className={rowShell}>
      <div role="row" aria-rowindex={index + 2} className={rowGrid}>
        <div role="gridcell" aria-colspan={columns} className="sr-only">
          Loading applicant {index + 1}
        </div>
        <div aria-hidden className={`${rowCell} gap-2 ps-11 card:col-span-full card:ps-0`}>
          <div className="flex-1 space-y-2">
            <div className={`${bar} h-3`} style={{ width: width(28, 20) }} />
            <div className={`${bar} h-2.5`} style={{ width: width(50, 35) }} />
          </div>
        </div>
        <div aria-hidden className={rowCell}>
          <div className={`${bar} h-5 w-20 rounded-md`} />
        </div>
        <div aria-hidden className={rowCell} />
        <div aria-hidden className={`${rowCell} card:col-span-full`}>
          <div className="flex-1 space-y-2">
            <div className={`${bar} h-3`} style={{ width: width(35, 30) }} />
            <div className={`${bar} h-2.5 card:hidden`} style={{ width: width(40, 30) }} />
          </div>
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
