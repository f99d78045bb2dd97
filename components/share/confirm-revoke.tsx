'use client'

import { AlertDialog } from 'radix-ui'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Bdi } from '@/components/ui/text'

type Props = { title: string; busy: boolean; onConfirm: () => void; onCancel: () => void }

/** Asks before a link is closed: it cannot be opened again. */
export function ConfirmRevoke({ title, busy, onConfirm, onCancel }: Props) {
  const [opener] = useState(() => document.activeElement)
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : onCancel())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // The button of a revoked link is gone.
            const to = opener instanceof HTMLElement && opener.isConnected ? opener : null
            ;(to ?? document.getElementById('main'))?.focus()
          }}
          className="fixed start-1/2 top-1/2 z-50 w-104 max-w-[calc(100vw-2rem)] -translate-1/2 rounded-panel border border-line bg-panel p-5 shadow-float outline-none rtl:translate-x-1/2"
        >
          <AlertDialog.Title className="font-semibold wrap-anywhere">
            Revoke “<Bdi>{title}</Bdi>”?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-muted">
            The link stops working at once and cannot be opened again. What guests said stays.
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Keep it</Button>
            </AlertDialog.Cancel>
            <Button variant="primary" busy={busy} onClick={onConfirm}>
              Revoke
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
