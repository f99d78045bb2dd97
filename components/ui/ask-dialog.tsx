'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { currentOpener } from './opener'

type Props = {
  /** What will be done, as a question or as what it is. */
  title: ReactNode
  children: ReactNode
  /** What confirms, beside the button that leaves everything as it is. */
  action: ReactNode
  /** What that other button says. */
  leave?: string
  onConfirm: () => void
  onClose: () => void
  /** Where the focus goes back to; else to what had it, or to the page where that is gone by then. */
  returnTo?: () => HTMLElement | null
}

/** Asks before something that cannot be taken back, or needs a word more. Shown while it is mounted. */
export function AskDialog({
  title,
  children,
  action,
  leave = 'Cancel',
  onConfirm,
  onClose,
  returnTo,
}: Props) {
  const [opener] = useState(currentOpener)
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const back = returnTo?.() ?? opener
            const to = back?.isConnected ? back : document.getElementById('main')
            if (to instanceof HTMLElement) to.focus()
          }}
          className="fixed start-1/2 top-1/2 z-50 max-h-[calc(100dvh-2rem)] w-112 max-w-[calc(100vw-2rem)] -translate-1/2 overflow-auto rounded-panel border border-line bg-panel p-5 shadow-float outline-none rtl:translate-x-1/2"
        >
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onConfirm()
            }}
          >
            <AlertDialog.Title className="font-semibold wrap-anywhere">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="mt-1.5 flex flex-col gap-3 text-muted">{children}</div>
            </AlertDialog.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button>{leave}</Button>
              </AlertDialog.Cancel>
              {action}
            </div>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** A text asked for in a dialog. */
export function AskedText({
  label,
  value,
  onChange,
  maxLength,
}: {
  label: string
  value: string
  onChange: (text: string) => void
  maxLength: number
}) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-note">{label}</span>
      <input
        autoFocus
        autoComplete="off"
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full rounded-control border border-edge bg-canvas px-2.5 text-ink card:h-10"
      />
    </label>
  )
}
