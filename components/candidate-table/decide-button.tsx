'use client'

import { useRef, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingPopover } from '@/components/shared/waiting'
import { ChevronDown } from '@/components/ui/icons'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'

// What it takes to decide comes when a pointer or the focus comes near a row's button.
const DecideMenu = lazyPart(
  async () => (await import('./decide-menu')).DecideMenu,
  (props) => <WaitingPopover {...props} label={`Decide about ${displayName(props.candidate)}`} align="end" />,
)

/** Opens what decides about the person of a row. */
export function DecideButton({ candidate }: { candidate: MarkedCandidate }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const label = `Decide about ${displayName(candidate)}`
  const decided = candidate.decision !== undefined
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        data-focus
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={DecideMenu.prepare}
        onFocus={DecideMenu.prepare}
        onClick={() => setOpen(!open)}
        className="inline-flex h-6 shrink-0 items-center gap-1 rounded-full border border-edge/60 bg-panel px-2 text-small font-medium text-muted opacity-0 group-hover/row:opacity-100 hover:border-edge hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:h-8 pointer-coarse:opacity-100 card:h-8 card:opacity-100"
      >
        {decided ? null : 'Decide'}
        <ChevronDown className="size-3.5" />
      </button>
      {open ? (
        <DecideMenu candidate={candidate} anchor={() => button.current} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
