'use client'

import { Button } from '@/components/ui/button'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import type { Job } from '@/lib/contracts/job'
import { creditsText } from '@/lib/domain/credits'
import { type Offering, type Purchase, toPurchase } from './purchase'
import { type FetchMore, isBusy, retryFirst } from './use-fetch-more'
import type { Spend } from './use-spend'

type Props = {
  job: Offering & Pick<Job, 'total'>
  more: FetchMore
  spend: Spend['spend']
  origin: Purchase['origin']
  primary?: boolean
}

/** Buys the next applicants. What it can cost is written on it. Nothing for a reader who may not spend, or at the end. */
export function LoadButton({ job, more, spend, origin, primary = false }: Props) {
  const maySpend = useMay('spend')
  const { running } = more
  const { number } = useFormats()
  const next = toPurchase(job, 'next', origin)
  if (!maySpend || !next) return null
  const first = job.total === null
  const loading = running?.kind === 'next'
  const reason = retryFirst(more)
  const price = `${first ? 'up to ' : ''}${creditsText(next.price, number)}`
  const label = first ? `Load the first ${next.rows}` : `Load ${number(next.rows)} more`
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      price={price}
      busy={isBusy(more) || reason !== null}
      spinning={loading}
      title={reason ?? undefined}
      onClick={() => spend(next)}
    >
      {loading ? `Loading ${number(running.rows)}…` : label}
    </Button>
  )
}
