'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** Whether the row is open, and how to change it: the button sits deep in a cell, the state with the list. */
export const RowContext = createContext<{ open: boolean; toggle: (applicationId: string) => void } | null>(
  null,
)

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
      aria-expanded={row?.open ?? false}
      aria-controls={row?.open ? panelId(applicationId) : undefined}
      onClick={() => row?.toggle(applicationId)}
      className="block max-w-full truncate text-start font-semibold before:absolute before:inset-y-0 before:start-0 before:w-9 before:content-['']"
    >
      {children}
    </button>
  )
}
