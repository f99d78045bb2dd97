'use client'

import { cva } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { twMerge } from 'tailwind-merge'

const look = cva(
  'inline-flex h-8 shrink-0 items-center gap-2 rounded-control px-3 text-note font-medium whitespace-nowrap transition-colors duration-quick disabled:opacity-50 aria-disabled:opacity-70 card:h-10',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent/90',
        secondary: 'border border-line bg-panel text-ink hover:bg-soft',
        ghost: 'text-muted hover:bg-soft hover:text-ink',
      },
    },
    defaultVariants: { variant: 'secondary' },
  },
)

type Props = ComponentProps<'button'> & {
  variant?: 'primary' | 'secondary' | 'ghost'
  /** What pressing it can cost, in words. */
  price?: string
  /** Under way: keeps the focus, and does nothing when pressed. */
  busy?: boolean
  children: ReactNode
}

export function Button({ variant, price, busy = false, className, onClick, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={twMerge(look({ variant }), className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> : null}
      <span>{children}</span>
      {price === undefined ? null : <span className="font-normal opacity-75">{price}</span>}
    </button>
  )
}
