'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'

export const Popover = Primitive.Root
export const PopoverAnchor = Primitive.Anchor

export function PopoverContent({ className = '', ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="start"
        sideOffset={6}
        collisionPadding={12}
        {...rest}
        className={`z-50 w-72 max-w-[calc(100vw-1.5rem)] rounded-panel border border-line bg-panel shadow-float outline-none ${className}`}
      />
    </Primitive.Portal>
  )
}
