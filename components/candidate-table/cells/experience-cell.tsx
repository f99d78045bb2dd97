import { formatMonthsShort } from '@/lib/domain/months'
import type { CellProps } from './cell'

/** How long the person has worked, overlapping jobs counted once. */
export function experience({ candidate: { totalMonths, totalMonthsMax, unreadable } }: CellProps) {
  if (totalMonths === null) {
    return unreadable ? null : <span className="text-note text-muted">Unknown</span>
  }
  return formatMonthsShort(totalMonths, totalMonthsMax)
}
