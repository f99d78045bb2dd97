'use client'

import { type ReactNode, useContext } from 'react'
import { RowContext } from './row-context'

// Application ids are opaque: any character may come, an HTML id takes any but white space.
const safe = (applicationId: string) => encodeURIComponent(applicationId)
export const panelId = (applicationId: string) => `panel-${safe(applicationId)}`
export const toggleId = (applicationId: string) => `person-${safe(applicationId)}`

export function RowToggle({ applicationId, children }: { applicationId: string; children: ReactNode }) {
  const row = useContext(RowContext)
  return (
    <button
      type="button"
      id={toggleId(applicationId)}
      tabIndex={-1}
      data-focus
      aria-expanded={row?.open ?? false}
      aria-controls={row?.open ? panelId(applicationId) : undefined}
      onClick={() => row?.toggle(applicationId)}
      className="block max-w-full truncate text-start font-semibold"
    >
      {children}
    </button>
  )
}
