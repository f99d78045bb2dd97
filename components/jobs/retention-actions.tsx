import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Job, Retention } from '@/lib/contracts/job'
import { privacyCalls } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'
import { KeepDialog } from './lazy-keep-dialog'
import { useJobChange } from './use-job-change'

type Props = {
  jobRef: JobRef
  name: string
  /** It is kept for a reason already. */
  kept: boolean
  onChange: (retention: Retention | null) => void
}

/** Keeps a job for as long as needed, or no longer than others. */
export function RetentionActions({ jobRef, name, kept, onChange }: Props) {
  const [asking, setAsking] = useState(false)
  const show = (job: Job) => onChange(job.retention ?? null)
  const stopKeeping = useJobChange(jobRef, {
    change: () => privacyCalls.unkeepJob(jobRef),
    done: 'The job is kept no longer than others',
    then: show,
  })
  return (
    <>
      {kept ? (
        <Button variant="ghost" busy={stopKeeping.busy} onClick={stopKeeping.act}>
          Keep no longer than others
        </Button>
      ) : (
        <Button
          onPointerEnter={KeepDialog.prepare}
          onFocus={KeepDialog.prepare}
          onClick={() => setAsking(true)}
        >
          Keep for as long as needed…
        </Button>
      )}
      {stopKeeping.problem ? (
        <p role="alert" className="basis-full text-note text-danger">
          {stopKeeping.problem.title}. {stopKeeping.problem.detail}
        </p>
      ) : null}
      {asking ? (
        <KeepDialog jobRef={jobRef} name={name} onKept={show} onClose={() => setAsking(false)} />
      ) : null}
    </>
  )
}
