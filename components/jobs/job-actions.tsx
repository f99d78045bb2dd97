'use client'

import { useState } from 'react'
import { Link } from '@/components/ui/link'
import { HangingPopover } from '@/components/ui/popover'
import { useMay } from '@/components/shared/reader'
import type { ListedJob } from '@/lib/contracts/job'
import { privacyCalls } from '@/lib/query/privacy'
import { insightsPath } from '@/lib/url/insights'
import { type JobRef } from '@/lib/url/paths'
import { fairnessPath, noticePath } from '@/lib/url/job-pages'
import { DeleteDialog } from './delete-dialog'
import { KeepDialog } from './keep-dialog'
import { RetentionDialog } from './retention-dialog'
import { useJobChange } from './use-job-change'

type Props = {
  job: ListedJob
  jobRef: JobRef
  name: string
  mayDelete: boolean
  anchor: () => HTMLElement | null
  onClose: () => void
}

const itemLook =
  'flex min-h-9 w-full items-center rounded-control px-2.5 text-start text-note hover:bg-soft aria-disabled:opacity-70'

/** What can be done with a job, and the question that each asks first. */
export function JobActions({ job, jobRef, name, mayDelete, anchor, onClose }: Props) {
  const mayKeep = useMay('privacy')
  const [asking, setAsking] = useState<'keep' | 'period' | 'delete' | null>(null)
  const stopKeeping = useJobChange(jobRef, {
    change: () => privacyCalls.unkeepJob(jobRef),
    done: 'The job is kept no longer than others',
    then: onClose,
  })
  const dialog = { jobRef, name, onClose, returnTo: anchor }
  if (asking === 'keep') return <KeepDialog {...dialog} onKept={() => {}} />
  if (asking === 'period') return <RetentionDialog {...dialog} job={job} />
  if (asking === 'delete') return <DeleteDialog {...dialog} job={job} />
  const kept = job.retention?.kept ?? null
  return (
    <HangingPopover anchor={anchor} onClose={onClose} aria-label={`What to do with ${name}`} className="p-1">
      {job.stored > 0 ? (
        <>
          <Link href={insightsPath(jobRef)} className={itemLook}>
            Insights
          </Link>
          <Link href={fairnessPath(jobRef)} className={itemLook}>
            Fairness
          </Link>
        </>
      ) : null}
      {mayKeep && kept === null ? (
        <button type="button" className={itemLook} onClick={() => setAsking('keep')}>
          Keep for as long as needed…
        </button>
      ) : null}
      {mayKeep && kept !== null ? (
        <button type="button" className={itemLook} aria-disabled={stopKeeping.busy} onClick={stopKeeping.act}>
          Keep no longer than others
        </button>
      ) : null}
      {mayKeep ? (
        <button type="button" className={itemLook} onClick={() => setAsking('period')}>
          Set retention period…
        </button>
      ) : null}
      <Link href={noticePath(jobRef)} className={itemLook}>
        Inform applicants
      </Link>
      {mayDelete ? (
        <button type="button" className={`${itemLook} text-danger`} onClick={() => setAsking('delete')}>
          {job.stored === 0 ? 'Remove from the list…' : 'Delete with its applicants…'}
        </button>
      ) : null}
      {stopKeeping.problem ? (
        <p role="alert" className="max-w-64 px-2.5 py-1.5 text-note text-danger">
          {stopKeeping.problem.title}. {stopKeeping.problem.detail}
        </p>
      ) : null}
    </HangingPopover>
  )
}
