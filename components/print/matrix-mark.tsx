import { Check, Minus } from 'lucide-react'
import type { MatrixCell } from '@/lib/domain/criteria-matrix'

type Props = { met: boolean; byPerson: boolean }

/** Whether a criterion is met, as a shape: a tick or a dash, in a ring where a person overruled the rule. */
export function MatrixMark({ met, byPerson }: Props) {
  const Shape = met ? Check : Minus
  return (
    <span
      aria-hidden
      className={`inline-grid size-5 place-items-center rounded-full border-[1.5px] align-middle ${byPerson ? 'border-ink' : 'border-transparent'}`}
    >
      <Shape className={`size-3.5 ${met ? 'stroke-[2.75] text-ink' : 'text-muted'}`} />
    </span>
  )
}

/** The same in words, for whoever hears the table. */
export const cellWords = ({ met, overruled }: MatrixCell): string =>
  `${met ? 'Met' : 'Not found'}${overruled ? `, overruled by ${overruled.by}` : ''}`

const legend = [
  { met: true, byPerson: false, label: 'Met' },
  { met: false, byPerson: false, label: 'Not found' },
  { met: true, byPerson: true, label: 'Ticked by a person against the rule' },
  { met: false, byPerson: true, label: 'Unticked by a person against the rule' },
]

export const MatrixLegend = () => (
  <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1 text-note">
    {legend.map(({ label, ...mark }) => (
      <li key={label} className="flex items-center gap-1.5">
        <MatrixMark {...mark} />
        {label}
      </li>
    ))}
  </ul>
)
