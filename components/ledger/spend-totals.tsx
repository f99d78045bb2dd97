'use client'

import { type ReactNode, useState } from 'react'
import { Bdi } from '@/components/ui/text'
import { number, priceText } from './ledger-words'

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
  withEach: boolean
  children?: ReactNode
}

const shownAtFirst = 6

/** Spending of a few, dearest first, each with its part of the dearest as a bar. */
export function SpendTotals({ title, rows, onPick, withEach }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  const most = Math.max(1, ...rows.map(({ consumed, held }) => consumed + held))
  const head = 'py-1.5 text-end font-normal'
  return (
    <section aria-label={title} className="min-w-0 rounded-panel border border-line bg-panel px-4 py-3">
      <table className="w-full table-fixed text-note">
        <caption className="pb-1 text-start font-semibold">{title}</caption>
        <thead className="text-muted">
          <tr>
            <th className="py-1.5 text-start font-normal">
              <span className="sr-only">Name</span>
            </th>
            <th className={`${head} w-14`}>Calls</th>
            <th className={`${head} w-18`}>Charged</th>
            <th className={`${head} w-18`}>Held</th>
            {withEach ? <th className={`${head} w-20`}>A person</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, note, consumed, held, entries, each }) => (
            <tr key={key} className="border-t border-line align-top">
              <td className="py-1.5">
                <button
                  type="button"
                  onClick={() => onPick(key)}
                  title={`Show only ${name}`}
                  className="block min-h-6 max-w-full truncate rounded text-start font-medium hover:underline"
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
                    style={{ width: `${(consumed / most) * 100}%` }}
                  />
                  <i className="rounded-full bg-maybe" style={{ width: `${(held / most) * 100}%` }} />
                </span>
              </td>
              <td className="py-2 text-end">{number.format(entries)}</td>
              <td className="py-2 text-end font-medium">{number.format(consumed)}</td>
              <td className={`py-2 text-end ${held > 0 ? 'text-maybe' : 'text-muted'}`}>
                {number.format(held)}
              </td>
              {withEach ? (
                <td className="py-2 text-end text-muted">{each === null ? '–' : priceText(each)}</td>
              ) : null}
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
          {all ? 'Show fewer' : `Show all ${number.format(rows.length)}`}
        </button>
      ) : null}
    </section>
  )
}
