'use client'

import { DecisionKeys } from './decision-keys'
import { ExportKeys } from './export-keys'

/** The commands of the job page that a reader does not need on arrival. */
export const JobKeys = ({ onHere }: { onHere: () => void }) => (
  <>
    <ExportKeys />
    <DecisionKeys onHere={onHere} />
  </>
)
