import type { ReactNode } from 'react'
import { CheckBox } from '@/components/ui/check-box'

type Words = { note?: string; children: ReactNode }

const Line = ({ note, children, control }: Words & { control: ReactNode }) => (
  <label className="flex min-h-8 cursor-pointer items-start gap-2.5 py-1.5 has-disabled:cursor-default has-disabled:opacity-60">
    {control}
    <span className="min-w-0">
      {children}
      {note ? <span className="block text-small text-muted">{note}</span> : null}
    </span>
  </label>
)

/** One of several. */
export const Choice = ({
  name,
  checked,
  disabled,
  onPick,
  ...words
}: Words & { name: string; checked: boolean; disabled?: boolean; onPick: () => void }) => (
  <Line
    {...words}
    control={
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onPick}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
    }
  />
)

/** Something that is so or not. */
export const Tick = ({
  checked,
  disabled,
  onChange,
  ...words
}: Words & { checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }) => (
  <Line
    {...words}
    control={
      <CheckBox checked={checked} disabled={disabled} onCheckedChange={onChange} className="-m-2 -mt-1.5" />
    }
  />
)
