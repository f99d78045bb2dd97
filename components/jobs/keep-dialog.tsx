'use client'

import { useState } from 'react'
import { AskDialog, AskedText } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import type { Job } from '@/lib/contracts/job'
import { privacyCalls } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'
import { useJobChange } from './use-job-change'

type Props = {
  jobRef: JobRef
  name: string
  onKept: (job: Job) => void
  onClose: () => void
  returnTo?: () => HTMLElement | null
}

/** Asks why a job is kept for longer than others. */
export function KeepDialog({ jobRef, name, onKept, onClose, returnTo }: Props) {
  const [reason, setReason] = useState('')
  const missing = reason.trim() === ''
  const { act, busy, problem } = useJobChange(jobRef, {
    change: () => privacyCalls.keepJob(jobRef, { reason: reason.trim() }),
    done: 'The job is kept',
    then: (job) => {
      onKept(job)
      onClose()
    },
  })
  return (
    <AskDialog
      title={`Keep ${name} for as long as needed?`}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={() => (missing ? undefined : act())}
      action={
        <Button type="submit" variant="primary" busy={busy} disabled={missing}>
          Keep it
        </Button>
      }
    >
      <p>
        Its applicants won’t be deleted for inactivity until someone undoes this. An applicant who asks why
        their data is still here can be shown the reason.
      </p>
      <AskedText label="Why keep it?" value={reason} onChange={setReason} maxLength={300} />
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
