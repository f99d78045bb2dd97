'use client'

import { useId } from 'react'
import { Select } from '@/components/shared/select'
import { fieldLook } from '@/components/ui/field-look'
import { maxAddressee, maxLinkMessage } from '@/lib/contracts/share-words'

/** Who a link is for, what they are asked, and in how many days they should answer; null for no date. */
export type LinkAddress = { addressee: string; message: string; dueIn: number | null }
export const noAddress: LinkAddress = { addressee: '', message: '', dueIn: null }

const dueDays = [1, 2, 3, 5, 7, 14, 30]
const optional = <span className="font-normal text-muted">(optional)</span>

/** The calendar day, where the reader is, so many days from now; as `2026-04-02`. */
export function dayFromNow(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

type Props = {
  value: LinkAddress
  /** In how many days the link expires. */
  days: number
  onChange: (value: LinkAddress) => void
}

/** Addresses a link: to somebody, with a note for them and a day to answer by. All of it may be left out. */
export function AddressFields({ value, days, onChange }: Props) {
  const id = useId()
  const { addressee, message, dueIn } = value
  const options = [null, ...dueDays.filter((due) => due <= days)].map((due) => ({
    value: due ?? 0,
    label: due === null ? 'No date' : due === 1 ? '1 day' : `${due} days`,
  }))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">Who it is for</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <label className="block min-w-48 flex-1">
          <span className="mb-1 block text-note font-medium">For {optional}</span>
          <input
            value={addressee}
            onChange={({ target }) => onChange({ ...value, addressee: target.value })}
            maxLength={maxAddressee}
            autoComplete="off"
            dir="auto"
            placeholder="Name of the person you ask"
            className={`${fieldLook} block w-full focus-visible:-outline-offset-1`}
          />
        </label>
        <div>
          <label htmlFor={`${id}-due`} className="mb-1 block text-note font-medium">
            Answer within
          </label>
          <Select
            id={`${id}-due`}
            label="Answer within"
            value={dueIn !== null && dueIn <= days ? dueIn : 0}
            options={options}
            onValueChange={(due) => onChange({ ...value, dueIn: due === 0 ? null : due })}
            className={`${fieldLook} w-28`}
          />
        </div>
      </div>
      <label className="block">
        <span className="mb-1 block text-note font-medium">Note to them {optional}</span>
        <textarea
          value={message}
          onChange={({ target }) => onChange({ ...value, message: target.value })}
          maxLength={maxLinkMessage}
          rows={2}
          dir="auto"
          className="block w-full rounded-control border border-edge bg-panel px-2.5 py-1.5 placeholder:text-faint focus-visible:-outline-offset-1"
        />
      </label>
    </fieldset>
  )
}
