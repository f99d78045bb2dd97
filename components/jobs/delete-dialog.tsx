'use client'

import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { useFormats } from '@/components/shared/use-formats'
import type { ListedJob } from '@/lib/contracts/job'
import { creditsText } from '@/lib/domain/credits'
import { privacyCalls } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'
import { useJobChange } from './use-job-change'

type Props = {
  job: ListedJob
  jobRef: JobRef
  name: string
  onClose: () => void
  returnTo?: () => HTMLElement | null
}

/** Asks before a job goes, by what goes with it. */
export function DeleteDialog({ job, jobRef, name, onClose, returnTo }: Props) {
  const { number } = useFormats()
  const empty = job.stored === 0
  const { act, busy, problem } = useJobChange(jobRef, {
    change: () => privacyCalls.deleteJob(jobRef),
    done: empty ? 'Removed from the list' : 'The job and its applicants are deleted',
    then: onClose,
  })
  const people = job.stored === 1 ? '1 applicant' : `${number(job.stored)} applicants`
  return (
    <AskDialog
      title={empty ? `Remove ${name} from the list?` : `Delete ${name} and its ${people}?`}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={act}
      action={
        <Button type="submit" variant="danger" busy={busy}>
          {empty ? 'Remove it' : `Delete ${people}`}
        </Button>
      }
    >
      {empty ? (
        <p>Nobody of it is stored. Opening it again brings it back.</p>
      ) : (
        <>
          <p>
            Everything stored of them goes for good: what changed about them and every share link of this job
            too. The ledger keeps what was paid. If 20 or more people are loaded, counts of your decisions
            stay on the job’s Fairness page, each to the nearest five.
          </p>
          {job.spent > 0 ? (
            <p>
              Loading this job has cost {job.held > 0 ? 'up to ' : ''}
              {creditsText(job.spent, number)}. Loading it again costs credits.
            </p>
          ) : null}
        </>
      )}
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
