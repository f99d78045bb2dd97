'use client'

import { type ReactNode, useContext } from 'react'
import { RowContext } from './row-context'
import { panelId, toggleId } from './toggle-id'

// The chevron is drawn inside the button; what stands below the name begins where the name does.
const chevron =
  'before:me-1.5 before:inline-block before:size-4 before:bg-faint before:mask-(--shape-chevron) before:align-[-3px] before:transition-transform before:duration-quick group-data-open/row:before:rotate-90 in-data-beside:before:rotate-0! forced-colors:before:bg-[CanvasText] rtl:before:-scale-x-100 card:before:hidden'
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
      className={`max-w-full cursor-pointer truncate text-start font-semibold card:min-h-6 compact:max-w-[55%] compact:shrink-0 compact:in-data-wrap:max-w-full ${chevron}`}
    >
      {children}
    </span>
  )
}
