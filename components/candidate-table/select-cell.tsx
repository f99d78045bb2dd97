'use client'

import { useContext } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import type { Candidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'
import { RowContext } from './row-context'

/** Takes a person into the selection; with Shift, everyone from the one before. */
export function SelectCell({ candidate }: { candidate: Candidate }) {
  const row = useContext(RowContext)
  return (
    <CheckBox
      label={`Select ${displayName(candidate)}`}
      checked={row?.selected ?? false}
      onPress={(through) => row?.select(candidate.applicationId, through)}
    />
  )
}
