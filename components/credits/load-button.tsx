'use client'

import { Button } from '@/components/ui/button'
import { creditsText, type NextLoad } from './next-load'
import type { FetchMore, Purchase } from './use-fetch-more'

type Props = {
  next: NextLoad
  more: FetchMore
  origin: Purchase['origin']
  primary?: boolean
}

/** Buys the next applicants. What it can cost is written on it. */
export function LoadButton({ next, more, origin, primary = false }: Props) {
  const { running } = more
  const price = `${next.first ? 'up to ' : ''}${creditsText(next.price)}`
  const label = next.first ? `Load the first ${next.rows}` : `Load ${next.rows} more`
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      price={price}
      busy={running !== null}
      onClick={() => void more.buy({ price: next.price, rows: next.rows, origin })}
    >
      {running ? `Loading ${running.rows === next.rows || next.first ? next.rows : running.rows}…` : label}
    </Button>
  )
}
