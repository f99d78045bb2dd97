'use client'

import type { ReactNode } from 'react'
import { FloatingBar } from '@/components/ui/floating-bar'
import { useFormats } from '@/components/shared/use-formats'

type Props = {
  count: number
  /** Whom they are, where they are more than a choice of people. */
  scope: string | null
  onClear: () => void
  /** What can be done with those selected. */
  children: ReactNode
}

/** Stays at the lower edge while anyone is selected: how many, and what can be done with them. */
export function SelectionBar({ count, scope, onClear, children }: Props) {
  const { number } = useFormats()
  if (count === 0) return null
  return (
    <FloatingBar
      label="Selection"
      count={`${number(count)} selected${scope === null ? '' : ` · ${scope}`}`}
      clearLabel="Clear the selection"
      onClear={onClear}
    >
      {children}
    </FloatingBar>
  )
}
