'use client'

import { useState } from 'react'
import { Archive, Clock } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { LocalTime } from '@/components/shared/local-time'
import { PartNotice } from '@/components/shared/part-notice'
import { useMay } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import type { Retention } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'

// Few jobs have the notice. What it offers has its place from the start, so that nothing below it moves.
const RetentionActions = lazyPart(
  async () => (await import('./retention-actions')).RetentionActions,
  ({ kept, state, retry }) =>
    state === 'loading' ? (
      <span aria-hidden className={`h-8 card:h-10 ${kept ? 'w-47' : 'w-52'}`} />
    ) : (
      <PartNotice state={state} retry={retry} />
    ),
)

type Props = { jobRef: JobRef; name: string; retention: Retention | undefined }

/** On the page of a job: that opening it has kept it from being deleted, or that it is kept for a reason. */
export function RetentionNotice({ jobRef, name, retention: arrived }: Props) {
  const mayKeep = useMay('privacy')
  const [changed, setChanged] = useState<Retention | null>(null)
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
      <Icon className="size-4 shrink-0 text-muted" />
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
      {mayKeep ? (
        <RetentionActions jobRef={jobRef} name={name} kept={kept !== null} onChange={setChanged} />
      ) : null}
    </section>
  )
}
