'use client'

import { useMemo, useState } from 'react'
import { BarChart } from '@/components/shared/bar-chart'
import type { ChartBar } from '@/components/shared/bar-shapes'
import { ChartTable } from '@/components/shared/chart-table'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import type { CreditsPage } from '@/lib/contracts/credits'
import { creditsText } from '@/lib/domain/credits'

type Day = CreditsPage['totals']['byDay'][number]
type Props = { days: Day[]; onPick: (day: string) => void }

const spentOn = ({ consumed, held }: Day) => consumed + held

const saidIn =
  ({ number, day: dayText }: Formats) =>
  (day: Day) =>
    `${dayText(day.day)}: ${creditsText(day.consumed, number)} charged${
      day.held > 0 ? `, ${number(day.held)} held or possibly charged` : ''
    }`

/** Spending day by day: filled what the provider stated, outlined on top what is held or was possibly charged. */
export function SpendChart({ days, onPick }: Props) {
  const [pointed, setPointed] = useState<string | null>(null)
  const formats = useFormats()
  const { number, day: dayText } = formats
  const said = saidIn(formats)
  const bars = useMemo(
    () =>
      days.map((day): ChartBar => ({
        key: day.day,
        label: formats.day(day.day),
        values: [day.consumed, day.held],
        said: saidIn(formats)(day),
        href: null,
      })),
    [days, formats],
  )
  const busiestDay = days.reduce<Day | null>((a, b) => (a && spentOn(a) >= spentOn(b) ? a : b), null)
  const charged = days.reduce((sum, { consumed }) => sum + consumed, 0)
  const [first, last] = [days.at(0), days.at(-1)]
  const shown = days.find(({ day }) => day === pointed)
  if (!first || !last || !busiestDay || spentOn(busiestDay) === 0) {
    return <p className="py-6 text-note text-muted">Nothing was spent in the last {days.length} days.</p>
  }
  return (
    <figure>
      <figcaption className="flex flex-wrap justify-between gap-x-4 pb-2 text-note text-muted">
        <span>{shown ? said(shown) : `Most on ${said(busiestDay)}`}</span>
        <span className="flex gap-3">
          <Key look="bg-accent forced-colors:bg-[Highlight]">Charged</Key>
          <Key look="border-[1.5px] border-maybe bg-maybe-soft">Held or possibly charged</Key>
        </span>
      </figcaption>
      <BarChart
        direction="columns"
        bars={bars}
        series={['filled', 'outlined']}
        name={`Credits a day from ${dayText(first.day)} to ${dayText(last.day)}: ${creditsText(charged, number)} charged, most on ${said(busiestDay)}`}
        number={number}
        onPoint={setPointed}
      />
      {/* Newest first; days without spending are not worth a line. */}
      <ChartTable
        label="Spending by day"
        columns={['Day, UTC', 'Calls', 'Charged', 'Held or possibly']}
        rows={days
          .filter(({ entries }) => entries > 0)
          .toReversed()
          .map(({ day, entries, consumed, held }) => ({
            key: day,
            cells: [
              <button
                key={day}
                type="button"
                onClick={() => onPick(day)}
                className="min-h-6 rounded-mark text-accent hover:underline"
              >
                {dayText(day)}
              </button>,
              number(entries),
              number(consumed),
              number(held),
            ],
          }))}
      />
    </figure>
  )
}

const Key = ({ look, children }: { look: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={`size-2.5 ${look}`} />
    {children}
  </span>
)
