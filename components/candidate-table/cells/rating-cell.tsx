import { RefreshCw } from '@/components/ui/icons'
import { RatingBadge } from '@/components/shared/badges'
import { Absent } from '@/components/shared/text'
import type { CellProps } from './cell'

const changed = 'Rating changed since your last visit'

/** The provider's rating, marked where it changed since the reader's last visit. */
export function RatingCell({ candidate }: CellProps) {
  if (candidate.unreadable) return null
  const { rating } = candidate
  const unrated = rating === null || rating === 'UNRATED'
  const badge = unrated ? <Absent>Unrated</Absent> : <RatingBadge rating={rating} />
  if (!candidate.isRerated) return badge
  return (
    <span className="flex min-w-0 items-center gap-1">
      {badge}
      <span title={changed} className="text-accent">
        <RefreshCw className="size-3.5" />
        <span className="sr-only">{changed}</span>
      </span>
    </span>
  )
}
