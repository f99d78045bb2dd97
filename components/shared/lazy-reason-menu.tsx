'use client'

import { lazyPart } from './lazy-part'
import { reasonLabel } from './reason-label'
import type { ReasonMenuProps } from './reason-menu'
import { WaitingPopover } from './waiting'

/** Asks why. Its code is loaded when a pointer or the focus comes near the buttons of a decision. */
export const ReasonMenu = lazyPart<ReasonMenuProps>(
  async () => (await import('./reason-menu')).ReasonMenu,
  ({ name, decision, anchor, onClose, state, retry }) => (
    <WaitingPopover
      label={reasonLabel(decision, name)}
      anchor={anchor}
      onClose={onClose}
      state={state}
      retry={retry}
    />
  ),
)
