import type { CandidatePages, RowRange } from '@/components/candidate-table/use-candidate-pages'
import { NobodyApplied, NoMatch, NothingLoaded, Unreachable } from '@/components/credits/empty-states'
import type { FetchMore } from '@/components/credits/use-fetch-more'
import type { Spend } from '@/components/credits/use-spend'
import type { Job } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'

type Facts = {
  range: RowRange | null
  problem: Problem | null
  job: Job
  filtered: boolean
  stale: boolean
  more: FetchMore
  spend: Spend['spend']
  pages: CandidatePages
  clear: () => void
}

/** What stands where the rows would be, when there are none to show; null while there are. */
export function insteadOfRows({ range, problem, job, filtered, stale, more, spend, pages, clear }: Facts) {
  if (range === null) {
    return problem ? <Unreachable problem={problem} retrying={pages.fetching} onRetry={pages.retry} /> : null
  }
  if (job.status === 'empty') return <NothingLoaded job={job} more={more} spend={spend} />
  if (range.count > 0) return null
  if (job.stored === 0) return <NobodyApplied more={more} />
  return filtered && !stale ? <NoMatch job={job} more={more} spend={spend} onClear={clear} /> : null
}
