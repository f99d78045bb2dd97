'use client'

import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PartState } from './lazy-part'
import { PartNotice } from './part-notice'
import { rememberOpener } from '@/components/ui/opener'
import { useLasting } from '@/components/ui/use-lasting'

const edge = 12
const gap = 6

// Under the button, within the window: the popover that comes instead stands there too.
function under(anchor: HTMLElement, width: number, align: 'start' | 'end'): CSSProperties {
  const { left, right, bottom } = anchor.getBoundingClientRect()
  const rtl = getComputedStyle(anchor).direction === 'rtl'
  const fromRight = (align === 'end') !== rtl
  const wanted = fromRight ? right - width : left
  return { left: Math.max(edge, Math.min(wanted, window.innerWidth - width - edge)), top: bottom + gap }
}

type Floating = { anchor: () => HTMLElement | null; onClose: () => void }
type Props = Floating & {
  label: string
  align?: 'start' | 'end'
  /** What is there already, such as a field that can be typed in; it takes the focus. */
  children?: ReactNode
} & PartState

/**
 * Stands where a popover, a sheet or a dialog will be while its code is on its way. It takes the focus, so that what is typed
 * meanwhile goes nowhere else; Escape and a press elsewhere close it, and then nothing opens later.
 */
function WaitingFrame({
  label,
  state,
  retry,
  anchor,
  onClose,
  look,
  style,
  children,
}: Props & { look: string; style?: CSSProperties | undefined }) {
  const frame = useRef<HTMLDivElement>(null)
  const [opener] = useState(() => document.activeElement)
  // What comes quickly is not worth a flicker.
  const slow = useLasting(state === 'loading', 250)
  useLayoutEffect(() => {
    if (frame.current && opener) rememberOpener(frame.current, opener)
    const field = frame.current?.querySelector<HTMLElement>('input')
    ;(field ?? frame.current)?.focus({ preventScroll: true })
  }, [opener])
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || frame.current?.contains(event.target)) return
      // A press on the button itself closes by what the button does.
      if (!anchor()?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [anchor, onClose])
  return createPortal(
    <div
      ref={frame}
      role="dialog"
      aria-label={label}
      aria-busy={state !== 'missing'}
      tabIndex={-1}
      style={style}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
        const back = anchor() ?? opener
        if (back instanceof HTMLElement) back.focus()
      }}
      className={`fixed z-50 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-panel bg-panel outline-none ${
        state === 'loading' && !slow && !children ? '' : 'border border-line shadow-float'
      } ${look}`}
    >
      {children}
      {state !== 'loading' ? (
        <PartNotice state={state} retry={retry} onClose={onClose} />
      ) : slow ? (
        <p className="p-3.5 text-note text-muted">Loading…</p>
      ) : null}
    </div>,
    document.body,
  )
}

/** A popover that is on its way, under its button. */
export function WaitingPopover(props: Props) {
  const { anchor, align = 'start' } = props
  const [style] = useState(() => {
    const button = anchor()
    return button ? under(button, 288, align) : undefined
  })
  return <WaitingFrame {...props} look="w-72" style={style} />
}

/** A dialog that is on its way, in the middle of the window. */
export const WaitingDialog = (props: Props) => (
  <WaitingFrame {...props} look="start-1/2 top-1/2 w-88 -translate-1/2 rtl:translate-x-1/2" />
)
