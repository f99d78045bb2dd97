'use client'

import { type ReactNode, useState } from 'react'
import { HangingPopover } from '@/components/ui/popover'
import { Sheet, SheetContent } from '@/components/ui/sheet'

type Props = {
  title: string
  anchor: () => HTMLElement | null
  onClose: () => void
  onEscapeKeyDown?: (event: KeyboardEvent) => void
  align?: 'start' | 'end'
  children: ReactNode
}

// Under the button there is room for a few lines only.
const isSmall = () => window.matchMedia('(width < 40rem), (height < 30rem)').matches

/** Holds several controls: under their button, or from the lower edge of a small or enlarged screen. */
export function PanelFrame({ title, anchor, onClose, onEscapeKeyDown, align = 'end', children }: Props) {
  const [small] = useState(isSmall)
  if (!small) {
    return (
      <HangingPopover
        anchor={anchor}
        onClose={onClose}
        onEscapeKeyDown={onEscapeKeyDown}
        align={align}
        aria-label={title}
        className="flex max-h-[min(40rem,var(--radix-popover-content-available-height))] w-84 flex-col gap-3 overflow-y-auto p-3.5"
      >
        {children}
      </HangingPopover>
    )
  }
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())}>
      <SheetContent
        title={title}
        onEscapeKeyDown={onEscapeKeyDown}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          anchor()?.focus()
        }}
      >
        <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-4 pt-1 pb-[max(1rem,env(safe-area-inset-bottom))] short:overflow-visible">
          {children}
        </div>
      </SheetContent>
    </Sheet>
  )
}
