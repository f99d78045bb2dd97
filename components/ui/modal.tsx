'use client'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { currentOpener } from './opener'

type Props = {
  title: string
  children: ReactNode
  onClose: () => void
}

/** A dialog to be read, as wide as a page of text. Shown while it is mounted; the focus goes back to what had it. */
export function Modal({ title, children, onClose }: Props) {
  const [opener] = useState(currentOpener)
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const to = opener?.isConnected ? opener : document.getElementById('main')
            if (to instanceof HTMLElement) to.focus()
          }}
          className="fixed start-1/2 top-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-180 max-w-[calc(100vw-2rem)] -translate-1/2 flex-col rounded-panel border border-line bg-panel shadow-float outline-none rtl:translate-x-1/2"
        >
          <header className="flex items-center justify-between border-b border-line py-2 ps-5 pe-3">
            <Dialog.Title className="font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </header>
          <div className="overflow-auto p-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
