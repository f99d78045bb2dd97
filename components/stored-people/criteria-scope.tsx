import { Bdi } from '@/components/shared/text'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { StoredPeoplePage } from '@/lib/contracts/stored-people'
import { type JobRef } from '@/lib/url/paths'
import { criteriaPath } from '@/lib/url/job-pages'

type Props = {
  jobRef: JobRef
  criteria: NonNullable<StoredPeoplePage['criteria']>
  onRemove: () => void
}

/** Whose musts the people listed meet, and which these are. */
export function CriteriaScope({ jobRef, criteria: { jobLabel, musts }, onRemove }: Props) {
  const job = (
    <Link
      href={criteriaPath(jobRef)}
      className="rounded-mark wrap-anywhere text-accent underline underline-offset-2"
    >
      <Bdi>{jobLabel ?? `job ${jobRef.jobId}`}</Bdi>
    </Link>
  )
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0 wrap-anywhere">
        {musts.length === 0 ? (
          <>No criterion of {job} is a must, so nobody is found by them.</>
        ) : (
          <>
            Stored in other jobs, and meeting every must of {job}:{' '}
            <span className="text-muted">
              <Bdi>{musts.join(' · ')}</Bdi>
            </span>
          </>
        )}
      </p>
      <Button variant="ghost" onClick={onRemove}>
        Show everyone
      </Button>
    </div>
  )
}
