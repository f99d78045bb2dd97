import { DateField } from './date-field'

type Range = { from: string | null; to: string | null }
type Props = Range & {
  /** Is given the end that changed. */
  onChange: (patch: Partial<Range>) => void
}

/** From one UTC day to another, both included; either may be open. */
export const DateRangeField = ({ from, to, onChange }: Props) => (
  <>
    <DateField
      label="From"
      hint="From this day on, UTC"
      value={from}
      max={to}
      onValueChange={(day) => onChange({ from: day })}
    />
    <DateField
      label="To"
      hint="Up to this day, UTC"
      value={to}
      min={from}
      onValueChange={(day) => onChange({ to: day })}
    />
  </>
)
