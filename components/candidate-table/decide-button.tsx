'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { WaitingPopover } from '@/components/shared/waiting'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'

// What it takes to decide comes when a pointer or the focus comes near a row's button.
const DecideMenu = lazyPart(
  async () => (await import('./decide-menu')).DecideMenu,
  (props) => <WaitingPopover {...props} label={`Decide about ${displayName(props.candidate)}`} align="end" />,
)

// Drawn by the button itself: a list is as quick as it has few elements, and each of its rows has one of these.
const chevron =
  'after:size-3.5 after:bg-current after:mask-(--icon-chevron-down) forced-colors:after:bg-[CanvasText]'

// However narrow the column is, it stays in the line of what is decided.
const inLine = '-me-10 compact:me-0 card:me-0'

/** Opens what decides about the person of a row. */
export function DecideButton({ candidate }: { candidate: MarkedCandidate }) {
  const label = `Decide about ${displayName(candidate)}`
  const decided = candidate.decision !== undefined
  return (
    <PartButton
      tabIndex={-1}
      data-focus
      aria-label={label}
      title={label}
      prepare={DecideMenu.prepare}
      popover={(floating) => <DecideMenu candidate={candidate} {...floating} />}
      className={`flex h-6 shrink-0 items-center gap-1 rounded-full border border-edge/60 bg-panel px-2 text-small font-medium text-muted opacity-0 group-hover/row:opacity-100 hover:border-edge hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:h-8 pointer-coarse:opacity-100 card:h-8 card:opacity-100 ${inLine} ${chevron}`}
    >
      {decided ? null : 'Decide'}
    </PartButton>
  )
}
