'use client'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ComponentProps } from 'react'

export const Sheet = Dialog.Root

/** A panel from the lower edge, within reach of a thumb. */
export function SheetContent({
  title,
  children,
  ...rest
}: Omit<ComponentProps<typeof Dialog.Content>, 'className'> & { title: string }) {
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
      <Dialog.Content
        aria-describedby={undefined}
        {...rest}
        className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-panel border-t border-line bg-panel outline-none short:max-h-dvh short:overflow-y-auto"
      >
        <header className="flex items-center justify-between bg-panel px-4 pt-3 pb-2 short:sticky short:top-0 short:z-10 short:py-0">
          <Dialog.Title className="font-semibold">{title}</Dialog.Title>
          <Dialog.Close
            aria-label="Close"
            className="grid size-10 place-items-center rounded-control text-muted hover:bg-soft"
          >
            <X aria-hidden className="size-4.5" />
          </Dialog.Close>
        </header>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  )
}
