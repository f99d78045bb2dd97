'use client'

import { CalendarDays } from 'lucide-react'
import { type ComponentProps, useCallback, useId, useRef, useState } from 'react'
import { filterLook } from '@/components/ui/field-look'
import { dayPattern, formatDay, parseDay } from '@/lib/domain/typed-day'
import { firstDayOfWeek } from '@/lib/domain/week-start'
import type { CalendarPopover } from './calendar-popover'
import { lazyPart } from './lazy-part'
import { useLocale } from './use-locale'
import { WaitingPopover } from './waiting'

const LazyCalendar = lazyPart<ComponentProps<typeof CalendarPopover>>(
  async () => (await import('./calendar-popover')).CalendarPopover,
  ({ label, anchor, onClose, state, retry }) => (
    <WaitingPopover {...{ label, anchor, onClose, state, retry }} align="end" />
  ),
)

const utcToday = () => new Date().toISOString().slice(0, 10)

type Props = {
  label: string
  /** Days are written as `2026-04-02`. */
  value: string | null
  min?: string | null
  max?: string | null
  /** What more there is to know, such as the time zone of days. */
  hint: string
  onValueChange: (day: string | null) => void
}

/** A day, typed in the reader's own way or picked from a calendar. It counts when Enter is pressed or the field is left. */
export function DateField({ label, value, min = null, max = null, hint, onValueChange }: Props) {
  const locale = useLocale()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [shown, setShown] = useState(value)
  // Another value, be it chosen here or gone back to, takes the place of what was typed over the last.
  if (shown !== value) {
    setShown(value)
    setDraft(null)
    setWrong(null)
  }
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const getButton = useCallback(() => button.current, [])
  const text = draft ?? (value === null ? '' : formatDay(value, locale))

  const commit = () => {
    const day = text.trim() === '' ? null : parseDay(text, locale)
    const fault = faultOf(text, day, { min, max, locale })
    setWrong(fault)
    if (fault !== null) return
    if (day !== null) setDraft(formatDay(day, locale))
    if (day !== value) onValueChange(day)
  }
  const pick = (day: string | null) => {
    setWrong(null)
    setDraft(day === null ? '' : formatDay(day, locale))
    if (day !== value) onValueChange(day)
  }
  return (
    <div className="grid min-w-0 items-center gap-x-1.5 gap-y-1 md:grid-cols-[auto_minmax(0,1fr)]">
      <label htmlFor={id} className="text-note text-muted">
        {label}
      </label>
      <div className="relative w-36 max-w-full">
        <input
          id={id}
          type="text"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={dayPattern(locale)}
          title={hint}
          value={text}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
          onChange={({ target }) => {
            setDraft(target.value)
            setWrong(null)
          }}
          onBlur={commit}
          onKeyDown={({ key }) => (key === 'Enter' ? commit() : undefined)}
          className={`${filterLook(value !== null)} w-full pe-9 placeholder:text-faint aria-invalid:border-danger max-md:pe-11`}
        />
        <button
          ref={button}
          type="button"
          aria-label={`Open the calendar: ${label}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onPointerEnter={LazyCalendar.prepare}
          onFocus={LazyCalendar.prepare}
          onClick={() => setOpen(!open)}
          className="absolute inset-y-0 end-0 grid w-8 place-items-center rounded-control text-muted outline-offset-[-2px] hover:text-ink max-md:w-10"
        >
          <CalendarDays aria-hidden className="size-3.5" />
        </button>
      </div>
      {wrong === null ? null : (
        <p id={`${id}-wrong`} role="alert" className="max-w-48 text-small text-danger md:col-start-2">
          {wrong}
        </p>
      )}
      {open ? (
        <LazyCalendar
          label={`Calendar: ${label}`}
          value={value}
          min={min}
          max={max}
          today={utcToday()}
          locale={locale}
          weekStartsOn={firstDayOfWeek(locale)}
          anchor={getButton}
          onPick={pick}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}

type Limits = { min: string | null; max: string | null; locale: string }

/** What is wrong with a typed day, and what to do; null where nothing is. */
function faultOf(text: string, day: string | null, { min, max, locale }: Limits): string | null {
  if (day === null)
    return text.trim() === '' ? null : `Not a date. Type it like ${formatDay(utcToday(), locale)}.`
  if (min !== null && day < min) return `Choose ${formatDay(min, locale)} or later.`
  if (max !== null && day > max) return `Choose ${formatDay(max, locale)} or earlier.`
  return null
}
