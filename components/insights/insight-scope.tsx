'use client'

import { LocalTime } from '@/components/shared/local-time'
import { useFormats } from '@/components/shared/use-formats'
import type { Insights } from '@/lib/contracts/insights'
import { countLeft } from '@/lib/domain/list-words'

type Props = Pick<Insights, 'counts' | 'job' | 'withheld'> & { filtered: boolean }

/** What the numbers are over: how many of those loaded, how many are not, and as of when. */
export function InsightScope({ counts, job, withheld, filtered }: Props) {
  const { number } = useFormats()
  const left = countLeft(job)
  const { matched, stored } = counts
  const parts = [
    filtered
      ? `${number(matched)} ${matched === 1 ? 'matches' : 'match'} of ${number(stored)} loaded`
      : job.status === 'complete'
        ? `All ${number(stored)} applicants`
        : `${number(stored)} loaded`,
    left > 0 ? `${number(left)} not loaded` : null,
    withheld > 0 ? `${number(withheld)} count as undecided until you give your second opinion` : null,
  ].filter((part) => part !== null)
  return (
    <p className="text-note text-muted" data-scope>
      {parts.join(' · ')}
      {job.fetchedAt === null ? null : (
        <>
          {' · as of '}
          <LocalTime iso={job.fetchedAt} format="moment" />
        </>
      )}
    </p>
  )
}
