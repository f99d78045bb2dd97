'use client'

import type { ReactNode } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { creditsText } from '@/lib/domain/credits'
import type { CreditsPage } from '@/lib/contracts/credits'

type FigureProps = { name: string; value: string; children: ReactNode }

const Figure = ({ name, value, children }: FigureProps) => (
  <div className="min-w-0 border-line px-4 py-3 max-md:border-b max-md:last:border-b-0 md:border-s md:first:border-s-0">
    <dt className="text-note text-muted">{name}</dt>
    <dd className="mt-0.5 text-title font-semibold tracking-tight">{value}</dd>
    <dd className="text-note text-muted">{children}</dd>
  </div>
)

/** What was spent, told apart by how sure it is: stated by the provider, or held, or perhaps charged. */
export function Figures({ totals, whole }: { totals: CreditsPage['totals']; whole: boolean }) {
  const { today, perDay, matched, perCandidate } = totals
  const { number, price } = useFormats()
  return (
    <dl className="grid rounded-panel border border-line bg-panel md:grid-cols-4">
      <Figure name="Today" value={`${number(today)} of ${number(perDay)}`}>
        {today >= perDay ? 'The day’s limit is reached' : `${creditsText(perDay - today, number)} left`} ·
        starts again at midnight UTC
      </Figure>
      <Figure name={whole ? 'Total charged' : 'Charged'} value={creditsText(matched.consumed, number)}>
        In {number(matched.entries)} {matched.entries === 1 ? 'call' : 'calls'}
      </Figure>
      <Figure name="Held or possibly charged" value={creditsText(matched.held, number)}>
        {matched.held === 0
          ? 'Every answer has arrived'
          : 'Not answered yet, the answer was lost, or it stated no price'}
      </Figure>
      <Figure
        name="For each candidate"
        value={
          perCandidate === null ? '–' : `${price(perCandidate)} ${perCandidate === 1 ? 'credit' : 'credits'}`
        }
      >
        {perCandidate === null ? 'Nobody is loaded yet' : 'Charged, by people loaded of these jobs'}
      </Figure>
    </dl>
  )
}
