'use client'

import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonVariant } from './button-look'
import { LoaderCircle } from './icons'

type Props = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** What pressing it can cost, in words. */
  price?: string
  /** Under way: keeps the focus, and does nothing when pressed. */
  busy?: boolean
  /** Whether this very button is what is under way; usually so when it is busy. */
  spinning?: boolean
  /** Adds to the look: it cannot replace what the look sets already. */
  className?: string
  children: ReactNode
}

export function Button({
  variant,
  price,
  busy = false,
  spinning = busy,
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      aria-busy={spinning || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${buttonLook(variant)} ${className}`}
    >
      {spinning ? <LoaderCircle className="size-3.5 animate-spin" /> : null}
      <span>{children}</span>
      {price === undefined ? null : <span className="font-normal opacity-90">{price}</span>}
    </button>
  )
}
