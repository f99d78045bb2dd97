'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { useAskAbove } from './use-ask-above'

type Props = {
  /** What will be done, as a question. */
  title: string
  /** The most it can cost, in words: `up to 12 credits`. */
  price: string
  detail: ReactNode
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before a press that can cost more than the reader's own limit. Shown while it is mounted. */
export function ConfirmSpend({ title, price, detail, onConfirm, onCancel }: Props) {
  const askAbove = useAskAbove()
  const [opener] = useState(() => document.activeElement)
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : onCancel())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener instanceof HTMLElement) opener.focus()
          }}
          className="fixed start-1/2 top-1/2 z-50 w-104 max-w-[calc(100vw-2rem)] -translate-1/2 rounded-panel border border-line bg-panel p-5 shadow-float outline-none rtl:translate-x-1/2"
        >
          <AlertDialog.Title className="font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1.5 text-muted">{detail}</div>
          </AlertDialog.Description>
          <p className="mt-3 text-note text-muted">
            Asked because it can cost more than {askAbove} {askAbove === 1 ? 'credit' : 'credits'}. That limit
            is yours, and is set on the Credits page.
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Not now</Button>
            </AlertDialog.Cancel>
            <Button variant="primary" price={price} onClick={onConfirm}>
              Go ahead
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
