'use client'

import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { ConsistencyNotes } from '@/components/consistency/consistency-notes'
import { CriteriaChecklist } from '@/components/criteria/checklist'
import { Notes } from '@/components/notes/notes'
import { PersonRecord, type PersonRecordProps } from '@/components/notes/person-record'
import { SecondLook } from '@/components/notes/second-look'
import { OtherApplications } from '@/components/review/other-applications'
import { WorkedTogether } from '@/components/review/worked-together'
import { GuestResponses } from '@/components/share/guest-responses'
import { ChangeList } from '@/components/timeline/change-list'
import type { CandidateHistory, MarkedCandidate } from '@/lib/contracts/candidate'
import { consistencyQuery } from '@/lib/query/consistency'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import { notesQuery } from '@/lib/query/notes'

export type RecordSectionsProps = Pick<PersonRecordProps, 'jobRef'> & {
  candidate: MarkedCandidate
  /** What their row does not know; left out until it is read, and where it stands elsewhere on the page. */
  history?: Pick<CandidateHistory, 'changes' | 'otherApplications' | 'responses'>
  /** Whether there is nothing more to wait for: it is read, or could not be. */
  settled: boolean
  /** Their criteria stand elsewhere on the page. */
  withoutCriteria?: boolean
}

/** Whether a query has its answer, or has failed at least once. */
function useSettled<T, K extends QueryKey>(query: UseQueryOptions<T, Error, T, K>): boolean {
  const { data, failureCount } = useQuery(query)
  return data !== undefined || failureCount > 0
}

/**
 * What is known of a person beside their career. Tags and the next action are there at once; the rest is shown when all
 * of it is read, so that no answer that comes late moves what is already on screen.
 */
export function RecordSections({
  jobRef,
  candidate,
  history,
  settled,
  withoutCriteria,
}: RecordSectionsProps) {
  const { applicationId } = candidate
  const person = { jobRef, applicationId }
  const checklist = checklistQuery(jobRef, applicationId, (signal) =>
    criteriaCalls.checklist(jobRef, applicationId, signal),
  )
  const answered = [
    useSettled({ ...checklist, staleTime: 30_000 }),
    useSettled(consistencyQuery(jobRef, applicationId)),
    useSettled(notesQuery(jobRef, applicationId)),
  ]
  const complete = settled && answered.every(Boolean)
  const [shown, setShown] = useState(complete)
  if (complete && !shown) setShown(true)
  return (
    <>
      <PersonRecord {...person} mark={candidate} />
      {/* Before that, the room that it takes at least. */}
      <div
        key={String(shown)}
        inert={!shown}
        className={shown ? 'contents' : 'invisible flex flex-col gap-4'}
      >
        {shown && history ? (
          <>
            <OtherApplications list={history.otherApplications} jobRef={jobRef} candidate={candidate} />
            <ChangeList changes={history.changes} />
          </>
        ) : null}
        {withoutCriteria ? null : <CriteriaChecklist {...person} />}
        <ConsistencyNotes {...person} />
        <Notes {...person} />
        <SecondLook {...person} />
        <WorkedTogether {...person} />
        {shown && history ? <GuestResponses responses={history.responses} /> : null}
      </div>
    </>
  )
}
