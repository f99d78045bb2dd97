import { NobodyApplied, NoMatch, NothingLoaded, Unreachable } from '@/components/credits/empty-states'
import type { JobScreenState } from './use-job-screen'

/** What stands in place of the rows when there are none to show; null while there are. */
export function listInstead({ job, filtered, pages, purchases, clear }: JobScreenState) {
  const { range, problem, stale } = pages
  const { more, spend } = purchases
  if (range === null) {
    return problem ? <Unreachable problem={problem} retrying={pages.fetching} onRetry={pages.retry} /> : null
  }
  if (job.status === 'empty') return <NothingLoaded job={job} more={more} spend={spend} />
  if (range.count > 0) return null
  if (job.stored === 0) return <NobodyApplied more={more} />
  return filtered && !stale ? <NoMatch job={job} more={more} spend={spend} onClear={clear} /> : null
}
