'use client'

import { type ReactNode, useContext } from 'react'
import { RowContext } from './row-context'
import { panelId, toggleId } from './toggle-id'

// What stands below the name begins where the name does.
export const headlineInset = 'ps-5.5 compact:ps-0 compact:in-data-wrap:ps-5.5 card:ps-0'

export function RowToggle({ applicationId, children }: { applicationId: string; children: ReactNode }) {
  const row = useContext(RowContext)
  return (
    // Not a `button`: no selection of text can begin in one, and a name is there to be copied.
    <span
      role="button"
      id={toggleId(applicationId)}
      tabIndex={-1}
      data-focus
      aria-expanded={row?.open ?? false}
      aria-controls={row?.open ? panelId(applicationId) : undefined}
      className="row-toggle"
    >
      {children}
    </span>
  )
}
