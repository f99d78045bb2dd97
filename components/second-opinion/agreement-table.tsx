'use client'

import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { decidedWords, decisions } from '@/lib/contracts/decision-words'
import type { SecondOpinionDetail } from '@/lib/contracts/second-opinion'

const cell = 'px-3 py-2 text-end tabular-nums max-sm:px-2'

/** How often each pair of choices was made: rows the asker's, columns the colleague's. */
export function AgreementTable({ opinion, agreement }: Pick<SecondOpinionDetail, 'opinion' | 'agreement'>) {
  const { number } = useFormats()
  const { asker, colleague } = opinion
  const nobody = agreement.people === 0
  return (
    <div
      role="region"
      aria-labelledby="agreement"
      tabIndex={0}
      className="w-fit max-w-full overflow-x-auto rounded-panel border border-line bg-panel"
    >
      <table aria-labelledby="agreement" className="text-note">
        <thead>
          <tr className="text-muted">
            <td />
            <th scope="colgroup" colSpan={decisions.length} className="px-3 pt-2 font-medium max-sm:px-2">
              <Bdi>{colleague.name}</Bdi>
            </th>
          </tr>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="px-3 py-2 text-start font-medium max-sm:px-2">
              <Bdi>{asker.name}</Bdi>
            </th>
            {decisions.map((decision) => (
              <th key={decision} scope="col" className="px-3 py-2 text-end font-medium max-sm:px-2">
                {decidedWords[decision]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decisions.map((mine, row) => (
            <tr key={mine} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-3 py-2 text-start font-normal max-sm:px-2">
                {decidedWords[mine]}
              </th>
              {decisions.map((theirs, column) => (
                <td
                  key={theirs}
                  className={`${cell} ${mine === theirs ? 'bg-soft font-semibold' : ''} ${nobody ? 'text-muted' : ''}`}
                >
                  {number(agreement.table[row]?.[column] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
