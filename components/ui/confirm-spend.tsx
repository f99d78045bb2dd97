'use client'

import type { ReactNode } from 'react'
import { AskDialog } from './ask-dialog'
import { Button } from './button'
import { useAskAbove } from './use-ask-above'

type Props = {
  /** What will be done, as a question. */
  title: string
  /** The most it can cost, in words: `up to 12 credits`. */
  price: string
  detail: ReactNode
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before a press that can cost more than the reader's own limit. Shown while it is mounted. */
export function ConfirmSpend({ title, price, detail, onConfirm, onCancel }: Props) {
  const askAbove = useAskAbove()
  return (
    <AskDialog
      title={title}
      onConfirm={onConfirm}
      onClose={onCancel}
      action={
        <Button type="submit" variant="primary" price={price}>
          Go ahead
        </Button>
      }
    >
      {detail}
      <p className="text-note">
        Asked because it can cost more than {askAbove} {askAbove === 1 ? 'credit' : 'credits'}. That limit is
        yours, and is set on the Credits page.
      </p>
    </AskDialog>
  )
}
