'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'

type Floating = { anchor: () => HTMLElement | null; onClose: () => void }

type Props = Omit<ComponentProps<'button'>, 'ref' | 'popover'> & {
  /** Gets what it opens ready: it is fetched when a pointer or the focus comes near. */
  prepare: () => void
  /** What it opens, hanging on the button until it is closed. */
  popover: (floating: Floating) => ReactNode
}

/** A button that opens a lazy part, and closes it again. */
export function PartButton({ prepare, popover, onClick, ...rest }: Props) {
  // The button itself, while what it opens is open.
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        {...rest}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={(event) => {
          onClick?.(event)
          setAnchor(anchor === null ? event.currentTarget : null)
        }}
      />
      {anchor === null ? null : popover({ anchor: () => anchor, onClose: () => setAnchor(null) })}
    </>
  )
}
