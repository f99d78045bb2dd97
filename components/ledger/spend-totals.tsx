'use client'

import { useState } from 'react'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'

export type TotalRow = {
  key: string
  name: string
  note: string | null
  consumed: number
  held: number
  entries: number
  /** Credits for each person loaded; null where that means nothing. */
  each: number | null
}

type Props = {
  title: string
  rows: TotalRow[]
  /** What narrows the ledger to a row. */
  onPick: (key: string) => void
  /** Rows have people, whose price is worth a column. */
  withEach: boolean
}

const shownAtFirst = 6

const Value = ({ look = '', children }: { look?: string; children: string }) => (
  <td role="cell" className={`pt-0.5 text-end ${look}`}>
    {children}
  </td>
)

/** Spending of a few, dearest first, each with its part of the dearest as a bar. */
export function SpendTotals({ title, rows, onPick, withEach }: Props) {
  const [all, setAll] = useState(false)
  const { number, price } = useFormats()
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  const largest = Math.max(1, ...rows.map(({ consumed, held }) => consumed + held))
  // A grid, so that on a phone a name has the whole width and its numbers stand below it. The roles keep it a table.
  const line = `grid gap-x-2 ${
    withEach
      ? 'sm:grid-cols-[minmax(0,1fr)_3rem_4.5rem_4rem_5.5rem] max-sm:grid-cols-4'
      : 'sm:grid-cols-[minmax(0,1fr)_3rem_4.5rem_4rem] max-sm:grid-cols-3'
  }`
  const numbers = ['Calls', 'Charged', 'Held', ...(withEach ? ['Per person'] : [])]
  return (
    <section
      aria-label={title}
      className="min-w-0 rounded-panel border border-line bg-panel px-4 py-3 text-note"
    >
      <h2 className="pb-1 font-semibold">{title}</h2>
      <table role="table" aria-label={title} className="block">
        <thead role="rowgroup" className="block text-muted">
          <tr role="row" className={`${line} py-1.5`}>
            <th role="columnheader" scope="col" className="max-sm:sr-only">
              <span className="sr-only">Name</span>
            </th>
            {numbers.map((name) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className="text-end font-normal whitespace-nowrap"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block">
          {shown.map(({ key, name, note, consumed, held, entries, each }) => (
            <tr key={key} role="row" className={`${line} border-t border-line py-1.5`}>
              <td role="cell" className="min-w-0 max-sm:col-span-full">
                <button
                  type="button"
                  onClick={() => onPick(key)}
                  title={`Show only ${name}`}
                  className="block min-h-6 max-w-full truncate rounded-mark text-start font-medium hover:underline"
                >
                  <Bdi>{name}</Bdi>
                </button>
                {note === null ? null : (
                  <span className="block truncate text-small text-muted">
                    <Bdi>{note}</Bdi>
                  </span>
                )}
                <span aria-hidden className="mt-0.5 flex h-1 gap-px">
                  <i
                    className="rounded-full bg-accent forced-colors:bg-[Highlight]"
                    style={{ width: `${(consumed / largest) * 100}%` }}
                  />
                  <i
                    className="rounded-full bg-maybe forced-colors:bg-[CanvasText]"
                    style={{ width: `${(held / largest) * 100}%` }}
                  />
                </span>
              </td>
              <Value>{number(entries)}</Value>
              <Value look="font-medium">{number(consumed)}</Value>
              <Value look={held > 0 ? 'text-maybe' : 'text-muted'}>{number(held)}</Value>
              {withEach ? <Value look="text-muted">{each === null ? '–' : price(each)}</Value> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shownAtFirst ? (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-1 h-8 rounded-control text-note font-medium text-muted hover:text-ink"
        >
          {all ? 'Show fewer' : `Show all ${number(rows.length)}`}
        </button>
      ) : null}
    </section>
  )
}
