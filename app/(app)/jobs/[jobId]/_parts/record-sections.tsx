'use client'

import { ConsistencyNotes } from '@/components/consistency/consistency-notes'
import { CriteriaChecklist } from '@/components/criteria/checklist'
import { PersonRecord, type PersonRecordProps } from '@/components/notes/person-record'
import { WorkedTogether } from '@/components/review/worked-together'

/** A person's criteria, consistency notes and team notes, and the applicants they worked with. */
export const RecordSections = (props: PersonRecordProps) => (
  <>
    <CriteriaChecklist jobRef={props.jobRef} applicationId={props.applicationId} />
    <ConsistencyNotes jobRef={props.jobRef} applicationId={props.applicationId} />
    <PersonRecord {...props} />
    <WorkedTogether key={props.applicationId} jobRef={props.jobRef} applicationId={props.applicationId} />
  </>
)
