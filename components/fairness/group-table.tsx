'use client'

import { useFormats } from '@/components/shared/use-formats'
import type { FairnessGroup } from '@/lib/contracts/fairness'
import { groupWords, rowLabel } from './fairness-words'
import { ShareBar } from './share-bar'
import { usePercent } from './use-percent'

const cell = 'px-3 py-2 text-end tabular-nums max-sm:px-2'
const heading = 'px-3 py-2 text-end font-medium max-sm:px-2'

type Props = { group: FairnessGroup; timeZone: string }

/** The decisions of one grouping: counts, and the share that was shortlisted with its interval. */
export function GroupTable({ group, timeZone }: Props) {
  const { number } = useFormats()
  const percent = usePercent()
  const { by, rows } = group
  const { title, note, column } = groupWords[by]
  const id = `by-${by}`
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="max-w-prose text-note text-muted">
        {note}
        {by === 'hour' ? ` Time zone: ${timeZone}.` : ''}
      </p>
      {rows.length === 0 ? (
        <p className="rounded-panel border border-dashed border-edge/40 px-4 py-4 text-note text-muted">
          Nobody is decided yet.
        </p>
      ) : (
        <div
          role="region"
          aria-labelledby={id}
          tabIndex={0}
          className="overflow-x-auto rounded-panel border border-line bg-panel"
        >
          <table aria-labelledby={id} className="w-full min-w-152 text-note">
            <thead>
              <tr className="border-b border-line text-muted">
                <th scope="col" className="px-3 py-2 text-start font-medium max-sm:px-2">
                  {column}
                </th>
                {['People', 'Shortlisted', 'Maybe', 'Rejected', 'Undecided'].map((name) => (
                  <th key={name} scope="col" className={heading}>
                    {name}
                  </th>
                ))}
                <th scope="col" colSpan={2} className="w-56 px-3 py-2 text-start font-medium max-sm:px-2">
                  Shortlisted of those decided, 95% interval
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ value, people, shortlist, maybe, reject, shortlisted }) => (
                <tr key={value} className="border-b border-line last:border-b-0">
                  <th scope="row" className="px-3 py-2 text-start font-normal whitespace-nowrap max-sm:px-2">
                    {rowLabel(by, value)}
                  </th>
                  <td className={cell}>{number(people)}</td>
                  <td className={cell}>{number(shortlist)}</td>
                  <td className={cell}>{number(maybe)}</td>
                  <td className={cell}>{number(reject)}</td>
                  <td className={cell}>{number(Math.max(0, people - shortlist - maybe - reject))}</td>
                  <td className="px-3 py-2 whitespace-nowrap tabular-nums max-sm:px-2">
                    {shortlisted === null
                      ? '–'
                      : `${percent(shortlisted.of)} (${percent(shortlisted.low)} to ${percent(shortlisted.high)})`}
                  </td>
                  <td className="w-28 px-3 py-2 max-sm:px-2">
                    {shortlisted === null ? null : <ShareBar {...shortlisted} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
