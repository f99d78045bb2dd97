import { Archive, Clock } from 'lucide-react'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { Retention } from '@/lib/contracts/job'

/** In the list of jobs: which goes soon because nobody uses it, and which stays and why. */
export function RetentionNote({ retention }: { retention: Retention | undefined }) {
  if (!retention) return null
  const { purgeAt, soon, kept } = retention
  if (kept) {
    return (
      <p className="flex items-start gap-1.5 text-note text-muted">
        <Archive aria-hidden className="mt-0.75 size-3.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          Kept for as long as needed: <Bdi>{kept.reason}</Bdi>
        </span>
      </p>
    )
  }
  if (!soon || purgeAt === null) return null
  return (
    <p className="flex items-start gap-1.5 text-note text-maybe">
      <Clock aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <span>
        Not used for long: deleted with its applicants on <LocalTime iso={purgeAt} format="date" />, unless
        somebody opens it.
      </span>
    </p>
  )
}
