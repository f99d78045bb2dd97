import type { ComponentProps, ReactNode } from 'react'

const look = 'h-8 w-full max-w-full rounded-control border border-edge bg-canvas px-2'

const Field = ({ label, className, children }: { label: string; className: string; children: ReactNode }) => (
  <label className={`flex min-w-0 flex-col gap-1 ${className}`}>
    <span className="text-note text-muted">{label}</span>
    {children}
  </label>
)

type ChoiceProps = {
  label: string
  name: string
  options: readonly { value: string; label: string }[]
}

export const Choice = ({ label, name, options }: ChoiceProps) => (
  <Field label={label} className="flex-1 basis-44">
    <select name={name} className={look}>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </Field>
)

export const Count = ({ label, ...rest }: { label: string } & ComponentProps<'input'>) => (
  <Field label={label} className="w-28">
    <input type="number" inputMode="numeric" {...rest} className={look} />
  </Field>
)
