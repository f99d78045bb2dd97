import type { ReactNode } from 'react'
import { NobodyApplied, NoMatch, NothingLoaded, Unreachable } from '@/components/credits/empty-states'
import { lazyPart } from '@/components/shared/lazy-part'
import type { JobScreenState } from './use-job-screen'

const SearchProblem = lazyPart(
  async () => (await import('@/components/filters/search-problem')).SearchProblem,
  ({ children }: { q: string; children: ReactNode }) => children,
)

/** What stands in place of the rows when there are none to show; null while there are. */
export function listInstead({ view, job, filtered, pages, purchases, clear }: JobScreenState) {
  const { range, problem, stale } = pages
  const { more, spend } = purchases
  if (range === null) {
    return problem ? <Unreachable problem={problem} retrying={pages.fetching} onRetry={pages.retry} /> : null
  }
  if (job.status === 'empty') return <NothingLoaded job={job} more={more} spend={spend} />
  if (range.count > 0) return null
  if (job.stored === 0) return <NobodyApplied more={more} />
  if (!filtered || stale) return null
  return (
    <SearchProblem q={view.q}>
      <NoMatch job={job} more={more} spend={spend} onClear={clear} />
    </SearchProblem>
  )
}
