'use client'

import type { ReactNode } from 'react'
import { FloatingBar } from '@/components/ui/floating-bar'
import { useFormats } from '@/components/shared/use-formats'

type Props = {
  count: number
  onClear: () => void
  /** What can be done with those selected. */
  children: ReactNode
}

/** Stays at the lower edge while anyone is selected: how many, and what can be done with them. */
export function SelectionBar({ count, onClear, children }: Props) {
  const { number } = useFormats()
  if (count === 0) return null
  return (
    <FloatingBar
      label="Selection"
      count={`${number(count)} selected`}
      clearLabel="Clear the selection"
      onClear={onClear}
    >
      {children}
    </FloatingBar>
  )
}
