'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog } from '@/components/shared/waiting'

/** Asks why a job is kept. Its code is loaded when a pointer or the focus comes near the button that opens it. */
export const KeepDialog = lazyPart(
  async () => (await import('./keep-dialog')).KeepDialog,
  ({ name, onClose, state, retry }) => (
    <WaitingDialog
      label={`Keep ${name} for as long as needed?`}
      anchor={() => null}
      onClose={onClose}
      state={state}
      retry={retry}
    />
  ),
)
