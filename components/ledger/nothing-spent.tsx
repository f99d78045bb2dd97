'use client'

import { useFormats } from '@/components/shared/use-formats'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'

/** Stands for the ledger while it has no entry. */
export function NothingSpent({ perDay }: { perDay: number }) {
  const { number } = useFormats()
  return (
    <div className="rounded-panel border border-dashed border-edge/40 px-4 py-12 text-center">
      <h2 className="font-semibold">Nothing has been spent yet</h2>
      <p className="mx-auto mt-1.5 mb-5 max-w-md text-note text-balance text-muted">
        Every paid call will be here with its price, what was charged and what it brought. Of today’s{' '}
        {number(perDay)} credits all are left.
      </p>
      <Link href="/" className={buttonLook('secondary')}>
        All jobs
      </Link>
    </div>
  )
}

/** Stands for the calls while none matches the filters. */
export const NoMatch = ({ onClear }: { onClear: () => void }) => (
  <div className="rounded-panel border border-dashed border-edge/40 px-4 py-10 text-center">
    <p className="font-medium">No call matches these filters</p>
    <p className="mt-1 mb-4 text-note text-muted">Whatever was spent, it was not spent that way.</p>
    <Button onClick={onClear}>Clear all filters</Button>
  </div>
)
