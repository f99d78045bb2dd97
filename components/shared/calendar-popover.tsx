'use client'

import { type ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { Calendar } from '@/components/ui/calendar'
import { HangingPopover } from '@/components/ui/popover'

type Props = Omit<ComponentProps<typeof Calendar>, 'onPick'> & {
  label: string
  anchor: () => HTMLElement | null
  onPick: (day: string | null) => void
  onClose: () => void
}

/** The calendar of a date field. */
export function CalendarPopover({ label, anchor, onPick, onClose, ...calendar }: Props) {
  const pick = (day: string | null) => {
    onPick(day)
    onClose()
  }
  const { value, min, max, today } = calendar
  const isPossible = (min === null || today >= min) && (max === null || today <= max)
  return (
    <HangingPopover anchor={anchor} onClose={onClose} align="end" aria-label={label} className="p-2.5">
      <Calendar {...calendar} onPick={pick} />
      <div className="mt-1.5 flex justify-between border-t border-line pt-2">
        <Button variant="ghost" disabled={!isPossible} onClick={() => pick(today)}>
          Today
        </Button>
        {value === null ? null : (
          <Button variant="ghost" onClick={() => pick(null)}>
            Clear
          </Button>
        )}
      </div>
    </HangingPopover>
  )
}
