'use client'

import { Button } from '@/components/ui/button'
import { useMay } from '@/components/ui/reader'
import { creditsText, type NextLoad } from './next-load'
import { type FetchMore, isBusy, type Purchase } from './use-fetch-more'
import type { Spend } from './use-spend'

type Props = {
  next: NextLoad
  more: FetchMore
  spend: Spend['spend']
  origin: Purchase['origin']
  primary?: boolean
}

/** Buys the next applicants. What it can cost is written on it. Nothing for a reader who may not spend. */
export function LoadButton({ next, more, spend, origin, primary = false }: Props) {
  const maySpend = useMay('spend')
  const { running } = more
  if (!maySpend) return null
  const loading = running?.kind === 'next'
  const price = `${next.first ? 'up to ' : ''}${creditsText(next.price)}`
  const label = next.first ? `Load the first ${next.rows}` : `Load ${next.rows} more`
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      price={price}
      busy={isBusy(more)}
      spinning={loading}
      onClick={() => spend({ kind: 'next', price: next.price, rows: next.rows, origin })}
    >
      {loading ? `Loading ${running.rows}…` : label}
    </Button>
  )
}
