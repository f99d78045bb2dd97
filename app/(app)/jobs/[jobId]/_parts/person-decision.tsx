'use client'

import { DecisionButtons } from '@/components/shared/decision-buttons'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { viewToSearch } from '@/lib/url/view'
import { useScreen } from './use-job-screen'
import { useReading } from './use-reading'

type Props = { candidate: MarkedCandidate; via: 'panel' | 'list' }

function Reading({ candidate, via }: Props) {
  const { jobRef, view } = useScreen()
  const shownMs = useReading(jobRef, candidate.applicationId)
  return (
    <DecisionButtons
      jobRef={jobRef}
      candidate={candidate}
      via={via}
      search={viewToSearch(view)}
      shownMs={shownMs}
    />
  )
}

/** What the team decides about the open person. Of somebody erased, not even that they were read is kept. */
export const PersonDecision = (props: Props) => (props.candidate.erased ? null : <Reading {...props} />)
