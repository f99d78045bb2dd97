import type { ReactNode } from 'react'
import { CheckBox } from './check-box'

export type Words = { note?: string; children: ReactNode }

/** A control with what it says beside it. */
export const ControlLine = ({ note, children, control }: Words & { control: ReactNode }) => (
  <label className="flex min-h-8 cursor-pointer items-start gap-2.5 py-1.5 has-disabled:cursor-default has-disabled:opacity-60">
    {control}
    <span className="min-w-0">
      {children}
      {note ? <span className="block text-small text-muted">{note}</span> : null}
    </span>
  </label>
)

type TickProps = {
  label: string
  note?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** Something that is so or not. */
export const Tick = ({ label, note, checked, disabled, onChange }: TickProps) => (
  <ControlLine
    note={note}
    control={
      <CheckBox checked={checked} disabled={disabled} onCheckedChange={onChange} className="-m-2 -mt-1.5" />
    }
  >
    {label}
  </ControlLine>
)
