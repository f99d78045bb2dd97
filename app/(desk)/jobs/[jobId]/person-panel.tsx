'use client'

import { useQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import Link from 'next/link'
import { type ComponentType, Fragment, lazy, Suspense } from 'react'
import { GuestResponses } from '@/components/share/guest-responses'
import type { TimelineProps } from '@/components/timeline/timeline'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { useMay } from '@/components/ui/reader'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { emptyView } from '@/lib/contracts/words'
import type { CareerZoom } from '@/lib/domain/career-axis'
import { bff } from '@/lib/query/bff'
import { candidateQuery } from '@/lib/query/options'
import { candidatePath, type JobRef, privacyPath } from '@/lib/url/paths'

// Most of what a career takes to draw is not needed before the first one is opened.
const load = async () => ({ default: (await import('@/components/timeline/timeline')).Timeline })
const LazyTimeline = lazy(load)
let here: ComponentType<TimelineProps> | null = null

/** Spares the panel its lazy part where the page has it anyway. */
export const havePanel = (timeline: ComponentType<TimelineProps>) => {
  here = timeline
}

/** Gets ready to open someone, before the first press. */
export const preparePanel = () => void load().catch(() => undefined)

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
  // Where it is here already there is no boundary either: a server sends what is large in one after the page, hidden.
  const Boundary = here ? Fragment : Suspense
  const { data } = useQuery({
    ...candidateQuery(jobRef, applicationId, emptyView, (signal) =>
      bff.candidate(jobRef, applicationId, emptyView, signal),
    ),
    staleTime: 60_000,
  })
  return (
    <Boundary>
      <Timeline
        candidate={candidate}
        asOf={candidate.asOf ?? asOf}
        zoom={zoom}
        earliest={earliest}
        terms={terms}
        otherApplications={data?.otherApplications ?? []}
        changes={data?.changes ?? []}
        account={jobRef.account}
        more={<GuestResponses responses={data?.responses ?? []} />}
        actions={
          <>
            <CopyButton
              text={() => new URL(candidatePath(jobRef, applicationId), window.location.origin).href}
              label="Copy link"
              icon={Link2}
            />
            {mayErase ? (
              <Link
                href={privacyPath(jobRef, applicationId)}
                prefetch={false}
                className={buttonLook('ghost')}
              >
                Export or erase
              </Link>
            ) : null}
          </>
        }
      />
    </Boundary>
  )
}
