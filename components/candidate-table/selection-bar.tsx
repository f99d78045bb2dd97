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
      {/* On a phone in one row, which moves sideways: the list keeps its screen. */}
      <div className="contents max-sm:order-1 max-sm:-ms-4 max-sm:-me-2 max-sm:flex max-sm:w-[calc(100%+1.5rem)] max-sm:gap-2 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1">
        {children}
      </div>
    </FloatingBar>
  )
}
