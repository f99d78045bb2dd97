'use client'

import { useId } from 'react'
import { Select } from '@/components/shared/select'
import { fieldLook } from '@/components/ui/field-look'
import { defaultShareDays, minPasscodeLength, shareDays } from '@/lib/contracts/share-words'

/** In how many days a link expires, and its passcode; '' for none. */
export type LinkAccess = { days: (typeof shareDays)[number]; passcode: string }
export const defaultAccess: LinkAccess = { days: defaultShareDays, passcode: '' }

const dayOptions = shareDays.map((value) => ({ value, label: value === 1 ? '1 day' : `${value} days` }))

type Props = { value: LinkAccess; onChange: (value: LinkAccess) => void }

/** How long a link works, and the passcode that opens it. */
export function LinkAccessFields({ value, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-3">
      <div>
        <label htmlFor={`${id}-days`} className="mb-1 block text-note font-medium">
          Expires in
        </label>
        <Select
          id={`${id}-days`}
          label="Expires in"
          value={value.days}
          options={dayOptions}
          onValueChange={(days) => onChange({ ...value, days })}
          className={`${fieldLook} w-28`}
        />
      </div>
      <label className="block min-w-48 flex-1">
        <span className="mb-1 block text-note font-medium">
          Passcode <span className="font-normal text-muted">(optional)</span>
        </span>
        <input
          value={value.passcode}
          onChange={({ target }) => onChange({ ...value, passcode: target.value })}
          minLength={minPasscodeLength}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          placeholder={`At least ${minPasscodeLength} characters`}
          className={`${fieldLook} block w-full focus-visible:-outline-offset-1`}
        />
      </label>
    </div>
  )
}
