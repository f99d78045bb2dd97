'use client'

import { Popover } from 'radix-ui'
import type { ComponentProps } from 'react'

type Props = ComponentProps<typeof Popover.Content> & {
  /** The button it belongs to. */
  anchor: () => HTMLElement | null
  onClose: () => void
  /** Another takes its place, and the focus. */
  replaced?: () => boolean
}

/** What opens under a button, for as long as it is mounted: it hangs there, and gives the focus back when it closes. */
export function HangingPopover({ anchor, onClose, replaced, className = '', ...rest }: Props) {
  const point = {
    get current() {
      return anchor() ?? document.body
    },
  }
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Anchor virtualRef={point} />
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          {...rest}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!replaced?.()) anchor()?.focus()
          }}
          // A press on the button itself already closes.
          onPointerDownOutside={(event) => {
            if (event.target instanceof Node && anchor()?.contains(event.target)) event.preventDefault()
          }}
          className={`z-50 max-w-[calc(100vw-1.5rem)] rounded-panel border border-line bg-panel shadow-float outline-none ${className}`}
        />
      </Popover.Portal>
    </Popover.Root>
  )
}
