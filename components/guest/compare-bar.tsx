'use client'

import { Button } from '@/components/ui/button'
import { FloatingBar } from '@/components/ui/floating-bar'
import { maxCompared } from '@/lib/contracts/share-words'

/** By which the focus finds back to it. */
export const compareButtonId = 'compare-chosen'

type Props = { count: number; onCompare: () => void; onClear: () => void }

/** Stays at the lower edge while anyone is chosen to be compared. */
export function CompareBar({ count, onCompare, onClear }: Props) {
  if (count === 0) return null
  return (
    <FloatingBar
      label="Chosen people"
      count={`${count} of ${maxCompared} chosen`}
      clearLabel="Choose nobody"
      onClear={onClear}
    >
      <Button id={compareButtonId} variant="primary" disabled={count < 2} onClick={onCompare}>
        {count < 2 ? 'Choose one more' : `Compare ${count}`}
      </Button>
    </FloatingBar>
  )
}
