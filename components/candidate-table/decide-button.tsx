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
      className="decide-button"
    >
      {decided ? null : 'Decide'}
    </PartButton>
  )
}
