'use client'

import { lazyPart } from './lazy-part'
import { WaitingDialog } from './waiting'

/** Asks before a dear press. Its code is loaded when a pointer or the focus comes near such a button. */
export const ConfirmSpend = lazyPart(
  async () => (await import('./confirm-spend')).ConfirmSpend,
  ({ title, onCancel, state, retry }) => (
    <WaitingDialog label={title} anchor={() => null} onClose={onCancel} state={state} retry={retry} />
  ),
)
