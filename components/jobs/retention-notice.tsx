'use client'

import { Archive, Clock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/shared/local-time'
import { useMay } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import type { Retention } from '@/lib/contracts/job'
import { privacyCalls } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'
import { KeepDialog } from './lazy-keep-dialog'
import { useJobChange } from './use-job-change'

type Props = { jobRef: JobRef; name: string; retention: Retention | undefined }

/** On the page of a job: that opening it has kept it from being deleted, or that it is kept for a reason. */
export function RetentionNotice({ jobRef, name, retention: arrived }: Props) {
  const mayKeep = useMay('privacy')
  const [changed, setChanged] = useState<Retention | null>(null)
  const [asking, setAsking] = useState(false)
  const stopKeeping = useJobChange(jobRef, {
    change: () => privacyCalls.unkeepJob(jobRef),
    done: 'The job is kept no longer than others',
    then: (job) => setChanged(job.retention ?? null),
  })
  const retention = changed ?? arrived
  if (!retention) return null
  const { kept, purgeAt } = retention
  const movedFrom = arrived?.movedFrom ?? null
  if (!kept && (movedFrom === null || purgeAt === null)) return null
  const Icon = kept ? Archive : Clock
  return (
    <section
      aria-label="How long this job is kept"
      className="mx-5 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-line bg-panel px-3.5 py-2 card:mx-4"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="min-w-0 flex-1 basis-64 text-note wrap-anywhere">
        {kept ? (
          <>
            Kept for as long as needed by <Bdi>{kept.by}</Bdi>: <Bdi>{kept.reason}</Bdi>
          </>
        ) : (
          <>
            Nobody had used this job for long, and its applicants would have been deleted on{' '}
            <LocalTime iso={movedFrom ?? ''} format="date" />. Opening it has moved that to{' '}
            <LocalTime iso={purgeAt ?? ''} format="date" />.
          </>
        )}
      </p>
      {mayKeep && kept ? (
        <Button variant="ghost" busy={stopKeeping.busy} onClick={stopKeeping.act}>
          Keep no longer than others
        </Button>
      ) : null}
      {mayKeep && !kept ? (
        <Button
          onPointerEnter={KeepDialog.prepare}
          onFocus={KeepDialog.prepare}
          onClick={() => setAsking(true)}
        >
          Keep for as long as needed…
        </Button>
      ) : null}
      {stopKeeping.problem ? (
        <p role="alert" className="basis-full text-note text-danger">
          {stopKeeping.problem.title}. {stopKeeping.problem.detail}
        </p>
      ) : null}
      {asking ? (
        <KeepDialog
          jobRef={jobRef}
          name={name}
          onKept={(job) => setChanged(job.retention ?? null)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}
