'use client'

import { Link } from '@/components/ui/link'
import { useFormats } from '@/components/shared/use-formats'
import { useVisitMeter } from '@/components/shared/use-credit-meter'

/** What today cost so far of the day's limit, and what this visit spent of it. Leads to where it went. */
export function CreditMeter() {
  const data = useVisitMeter()
  const { number, short } = useFormats()
  // The place is kept while it loads, so that nothing moves.
  if (!data) return <span aria-hidden className="h-8 w-84 max-lg:w-32 max-md:w-20" />
  const { today, perDay } = data
  const visit = data.visit?.spent ?? 0
  const part = perDay === 0 ? 100 : Math.min(100, (today / perDay) * 100)
  return (
    <Link
      href="/credits"
      title="Where the credits went"
      className="flex h-8 shrink-0 items-center gap-2 rounded-control px-1.5 text-note whitespace-nowrap text-muted tabular-nums hover:bg-soft hover:text-ink"
    >
      {/* The server is asked for it once the tab has said which visit it is: its place is kept. */}
      <span className="min-w-26 text-end max-lg:sr-only">
        {visit > 0 ? `${number(visit)} in this visit` : ''}
      </span>
      <span aria-hidden className="h-1 w-18 overflow-hidden rounded-full bg-line max-lg:hidden">
        <span
          className={`block h-full rounded-full ${part >= 100 ? 'bg-danger' : 'bg-accent'}`}
          style={{ width: `${part}%` }}
        />
      </span>
      <span className="max-md:sr-only">
        {number(today)} of {number(perDay)}
        <span className="max-lg:sr-only"> credits</span> today
      </span>
      <span aria-hidden className={`md:hidden ${part >= 100 ? 'text-danger' : ''}`}>
        {short(today)} of {short(perDay)}
      </span>
    </Link>
  )
}
