'use client'

import { useContext } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import type { Candidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'
import { RowContext } from './row-context'

/** Takes a person into the selection; with Shift, everyone from the one before. */
export function SelectCell({ candidate }: { candidate: Candidate }) {
  const row = useContext(RowContext)
  const label = `Select ${displayName(candidate)}`
  return (
    <CheckBox
      aria-label={label}
      title={label}
      tabIndex={-1}
      data-focus
      checked={row?.selected ?? false}
      onCheckedChange={(_, shift) => row?.select(candidate.applicationId, shift)}
    />
  )
}
