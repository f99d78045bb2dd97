import { Absent } from '@/components/shared/text'
import { WrittenDay } from '@/components/shared/written-day'
import type { CellProps } from './cell'

/** The day on which a person applied, as the network states it. */
export function AppliedCell({ candidate: { appliedAt, unreadable } }: CellProps) {
  if (appliedAt !== null) return <WrittenDay day={appliedAt} />
  return unreadable ? null : <Absent>Not given</Absent>
}
