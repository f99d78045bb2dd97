'use client'

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { GuestResponses } from '@/components/share/guest-responses'
import type { TimelineProps } from '@/components/timeline/timeline'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { Link } from '@/components/ui/link'
import { Link2 } from '@/components/ui/icons'
import { lazyPart, type PartState } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { useMay } from '@/components/shared/reader'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerZoom } from '@/lib/domain/career-axis'
import { bff } from '@/lib/query/bff'
import { historyQuery } from '@/lib/query/options'
import { candidatePath, type JobRef, privacyPath } from '@/lib/url/paths'

// Most of what a career takes to draw is not needed before the first one is opened.
const LazyTimeline = lazyPart<TimelineProps>(
  async () => (await import('@/components/timeline/timeline')).Timeline,
  ({ state, retry }: PartState) =>
    state === 'loading' ? <div aria-busy className="h-40" /> : <PartNotice state={state} retry={retry} />,
)
let here: ComponentType<TimelineProps> | null = null

/** Spares the panel its lazy part where the page has it anyway. */
export const havePanel = (timeline: ComponentType<TimelineProps>) => {
  here = timeline
}

/** Gets ready to open someone, before the first press. */
export const preparePanel = LazyTimeline.prepare

type Props = {
  jobRef: JobRef
  candidate: Candidate
  terms: readonly string[]
  /** The month up to which a current job lasts. */
  asOf: Month
  zoom: CareerZoom
  earliest: number | null
}

/** What opens under a person: their career, and their applications to other jobs once those are known. */
export function PersonPanel({ jobRef, candidate, terms, asOf, zoom, earliest }: Props) {
  const { applicationId } = candidate
  const mayErase = useMay('privacy')
  const Timeline = here ?? LazyTimeline
  const { data } = useQuery({
    ...historyQuery(jobRef, applicationId, (signal) => bff.history(jobRef, applicationId, signal)),
    staleTime: 60_000,
  })
  return (
    <Timeline
      candidate={candidate}
      asOf={candidate.asOf ?? asOf}
      zoom={zoom}
      earliest={earliest}
      terms={terms}
      otherApplications={data?.otherApplications ?? []}
      changes={data?.changes ?? []}
      account={jobRef.account}
      jobId={jobRef.jobId}
      more={<GuestResponses responses={data?.responses ?? []} />}
      actions={
        <>
          <CopyButton
            text={() => new URL(candidatePath(jobRef, applicationId), window.location.origin).href}
            label="Copy link"
            icon={Link2}
          />
          {mayErase ? (
            <Link href={privacyPath(jobRef, applicationId)} className={buttonLook('ghost')}>
              Export or erase
            </Link>
          ) : null}
        </>
      }
    />
  )
}
