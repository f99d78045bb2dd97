'use client'

import { Ellipsis } from 'lucide-react'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { useMay } from '@/components/shared/reader'
import { WaitingPopover } from '@/components/shared/waiting'
import type { ListedJob } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'

// What most readers never open is not sent with the list.
const JobActions = lazyPart(
  async () => (await import('./job-actions')).JobActions,
  (props) => <WaitingPopover {...props} label={`More about ${props.name}`} align="end" />,
)

type Props = { job: ListedJob; jobRef: JobRef }

/** Leads to a job's fairness page, and to keeping and deleting it for whoever may. */
export function JobMenu({ job, jobRef }: Props) {
  const [mayKeep, mayEdit] = [useMay('privacy'), useMay('edit')]
  // A list with nobody in it is anybody's to take away who may name it.
  const mayDelete = mayKeep || (mayEdit && job.stored === 0)
  if (!mayDelete && job.stored === 0) return null
  const name = job.label ?? `job ${job.jobId}`
  return (
    <PartButton
      aria-label={`More about ${name}`}
      title="More"
      prepare={JobActions.prepare}
      popover={(floating) => <JobActions {...{ job, jobRef, name, mayDelete, ...floating }} />}
      className="relative grid size-8 shrink-0 place-items-center rounded-control text-faint hover:bg-line hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-4" />
    </PartButton>
  )
}
