'use client'

import { type ComponentProps, useId, useState } from 'react'
import { Select } from '@/components/shared/select'
import { fieldLook } from '@/components/ui/field-look'

type ChoiceProps = {
  label: string
  name: string
  options: readonly { value: string; label: string }[]
}

export function Choice({ label, name, options }: ChoiceProps) {
  const id = useId()
  const [value, setValue] = useState(options[0]?.value ?? '')
  return (
    <div className="flex min-w-0 flex-1 basis-44 flex-col gap-1">
      <label htmlFor={id} className="text-note text-muted">
        {label}
      </label>
      <Select
        id={id}
        label={label}
        name={name}
        value={value}
        options={options}
        onValueChange={setValue}
        className={`${fieldLook} w-full`}
      />
    </div>
  )
}

export const Count = ({ label, ...rest }: { label: string } & ComponentProps<'input'>) => (
  <label className="flex w-28 min-w-0 flex-col gap-1">
    <span className="text-note text-muted">{label}</span>
    <input type="number" inputMode="numeric" {...rest} className={`${fieldLook} w-full`} />
  </label>
)
