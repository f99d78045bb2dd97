'use client'

import { useContext } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import { displayName } from '@/lib/domain/current-role'
import { RowContext } from '../row-context'
import type { CellProps } from './cell'

/** Selects a person; with Shift, everyone from the one selected before. */
export function SelectCell({ candidate }: CellProps) {
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
