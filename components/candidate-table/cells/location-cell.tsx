import { Absent, highlight } from '@/components/shared/text'
import type { CellProps } from './cell'

/** Where the person lives, as the provider writes it. */
export function LocationCell({ candidate, meta }: CellProps) {
  if (candidate.location === null) {
    return candidate.unreadable ? null : <Absent>Not given</Absent>
  }
  return (
    <span dir="auto" className="block truncate text-left">
      {highlight(candidate.location, meta.terms)}
    </span>
  )
}
