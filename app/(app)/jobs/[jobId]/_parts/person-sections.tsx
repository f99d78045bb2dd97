'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Timeline } from '@/components/timeline/timeline'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerZoom } from '@/lib/domain/career-axis'
import { usePainted } from '@/components/ui/use-painted'
import { personCalls } from '@/lib/query/person-calls'
import { historyQuery } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { LazyRecord } from './lazy-record'

export type PersonSectionsProps = {
  jobRef: JobRef
  candidate: MarkedCandidate
  terms: readonly string[]
  /** The month up to which a current job lasts. */
  asOf: Month
  zoom: CareerZoom
  earliest: number | null
  /** What stands above the career: what is decided. */
  lead: ReactNode
  /** What can be done with the person; null where it stands elsewhere. */
  actions: ReactNode
}

/** Everything there is about a person, in their panel and below their row alike. A feature adds its section to the record. */
export function PersonSections(props: PersonSectionsProps) {
  const { jobRef, candidate, terms, asOf, zoom, earliest, lead, actions } = props
  const { applicationId } = candidate
  const painted = usePainted()
  const { data, failureCount } = useQuery({
    ...historyQuery(jobRef, applicationId, (signal) => personCalls.history(jobRef, applicationId, signal)),
    staleTime: 60_000,
    enabled: painted,
  })
  return (
    <Timeline
      candidate={candidate}
      asOf={candidate.asOf ?? asOf}
      zoom={zoom}
      earliest={earliest}
      terms={terms}
      lead={lead}
      account={jobRef.account}
      jobId={jobRef.jobId}
      more={
        candidate.erased ? null : (
          <LazyRecord
            key={applicationId}
            jobRef={jobRef}
            candidate={candidate}
            history={data}
            settled={data !== undefined || failureCount > 0}
          />
        )
      }
      actions={actions}
    />
  )
}
