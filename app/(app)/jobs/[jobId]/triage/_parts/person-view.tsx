'use client'

import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { LazyReveal } from '@/components/blind/lazy-reveal'
import { Timeline } from '@/components/timeline/timeline'
import { headingId, PersonHeading } from '@/components/triage/person-heading'
import type { Month } from '@/lib/contracts/month'
import type { TriagePerson } from '@/lib/contracts/triage'
import type { View } from '@/lib/contracts/view'
import { triagePersonQuery } from '@/lib/query/triage'
import type { JobRef } from '@/lib/url/paths'
import { LazyRecord } from '../../_parts/lazy-record'

type Props = {
  jobRef: JobRef
  view: View
  person: TriagePerson
  terms: readonly string[]
  asOf: Month
  earliest: number | null
}

/** One person large: who they are, their career, and what is known beside it. */
export const PersonView = memo(function PersonView({ person: first, ...props }: Props) {
  const { jobRef, view, terms, asOf, earliest } = props
  const { data: person } = useQuery({
    ...triagePersonQuery(jobRef, first.candidate.applicationId, view),
    initialData: first,
  })
  const { candidate, mark } = person
  return (
    <article aria-labelledby={headingId(candidate.applicationId)} className="pb-6">
      <PersonHeading person={person}>
        <LazyReveal jobRef={jobRef} candidate={candidate} />
      </PersonHeading>
      <Timeline
        candidate={candidate}
        asOf={candidate.asOf ?? asOf}
        earliest={earliest}
        terms={terms}
        account={jobRef.account}
        jobId={jobRef.jobId}
        more={
          candidate.erased ? null : (
            <LazyRecord jobRef={jobRef} candidate={{ ...candidate, ...mark }} history={person} settled />
          )
        }
        actions={null}
      />
    </article>
  )
})
