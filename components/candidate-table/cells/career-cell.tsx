import { CareerBar } from '@/components/shared/career-bar'
import { careerBar } from '@/lib/domain/career-bar'
import { describeCareer, undatedJobs } from '@/lib/domain/career-words'
import type { CellProps } from './cell'

/** A person's jobs on the time axis that all rows share. Jobs that cannot be drawn are counted beside it. */
export function CareerCell({ candidate, meta }: CellProps) {
  if (candidate.unreadable) return null
  const { axis } = meta
  const asOf = candidate.asOf ?? meta.asOf
  const bar = careerBar(candidate.experiences, asOf)
  return (
    <>
      <CareerBar bar={bar} axis={axis} label={describeCareer(candidate.experiences, asOf)} />
      {bar.undated > 0 ? (
        <span
          aria-hidden
          title={`Without readable dates:\n${undatedJobs(candidate.experiences, asOf).join('\n')}`}
          className="w-8 shrink-0 ps-1.5 text-small text-muted"
        >
          +{bar.undated}
        </span>
      ) : null}
    </>
  )
}
