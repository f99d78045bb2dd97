'use client'

import { PersonActions } from './person-actions'
import { PersonDecision } from './person-decision'
import { PersonSections, type PersonSectionsProps } from './person-sections'

export type PersonBelowProps = Omit<PersonSectionsProps, 'actions' | 'lead'>

/** A person below their row. */
export const PersonBelow = (props: PersonBelowProps) => (
  <PersonSections
    {...props}
    lead={<PersonDecision candidate={props.candidate} via="list" />}
    actions={<PersonActions jobRef={props.jobRef} candidate={props.candidate} asOf={props.asOf} />}
  />
)
