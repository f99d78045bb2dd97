'use client'

import type { ReactNode } from 'react'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
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
          {title.replace(/\?$/, '')}
        </Button>
      }
    >
      {detail}
      <p className="text-note">
        You asked to confirm anything over {askAbove} {askAbove === 1 ? 'credit' : 'credits'}. Change this in
        Credits.
      </p>
    </AskDialog>
  )
}
