'use client'

import { useQuery } from '@tanstack/react-query'
import { bff } from '@/lib/query/bff'
import { creditsQuery } from '@/lib/query/options'

const number = new Intl.NumberFormat('en')

/** What today cost so far, of the day's limit, and what scrolling may add to it by itself. */
export function CreditMeter() {
  const { data } = useQuery(creditsQuery((signal) => bff.credits(signal)))
  // The place is kept while it loads, so that nothing moves.
  if (!data) return <span aria-hidden className="h-5 w-40 max-sm:w-20" />
  const { today, perDay, autoloadPerVisit } = data.totals
  const part = perDay === 0 ? 100 : Math.min(100, (today / perDay) * 100)
  return (
    <p className="flex items-center gap-2 text-note whitespace-nowrap text-muted tabular-nums">
      <span aria-hidden className="h-1 w-18 overflow-hidden rounded-full bg-line max-md:hidden">
        <span
          className={`block h-full rounded-full ${part >= 100 ? 'bg-danger' : 'bg-accent'}`}
          style={{ width: `${part}%` }}
        />
      </span>
      <span>
        {number.format(today)} of {number.format(perDay)}
        <span className="max-md:sr-only"> credits today</span>
        <span className="max-lg:sr-only">
          {autoloadPerVisit > 0
            ? ` · by scrolling, at most ${number.format(autoloadPerVisit)} a visit`
            : ' · none by scrolling'}
        </span>
      </span>
    </p>
  )
}
