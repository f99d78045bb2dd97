'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { DayPicker } from 'react-day-picker'

type Props = {
  /** Days are written as `2026-04-02`, and belong to no time zone. */
  value: string | null
  min: string | null
  max: string | null
  today: string
  locale: string
  /** 0 for Sunday. */
  weekStartsOn: number
  onPick: (day: string) => void
}

// The picker counts in dates of the browser's own time zone; noon is on the same day through every change of clocks.
function toDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

const toDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-')

const arrow =
  'grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink aria-disabled:opacity-40 pointer-coarse:size-11'

const look = {
  months: 'relative',
  nav: 'absolute inset-x-0 top-0 flex justify-between',
  button_previous: arrow,
  button_next: arrow,
  month_caption: 'flex h-8 items-center justify-center font-medium pointer-coarse:h-11',
  month_grid: 'mt-1 border-separate border-spacing-0',
  weekday: 'h-8 w-9 text-small font-normal text-muted pointer-coarse:w-11',
  day: 'p-0 text-center',
  day_button:
    'grid size-9 place-items-center rounded-control text-note outline-offset-[-2px] hover:bg-soft disabled:cursor-default disabled:text-faint disabled:line-through disabled:hover:bg-transparent pointer-coarse:size-11',
  today: '*:font-semibold *:text-accent *:underline *:underline-offset-4',
  selected:
    '*:bg-accent *:text-accent-ink *:hover:bg-accent forced-colors:*:bg-[Highlight] forced-colors:*:text-[HighlightText]',
  outside: '*:text-faint',
}

function Chevron({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) {
  const Icon = orientation === 'left' ? ChevronLeft : ChevronRight
  return <Icon aria-hidden className="size-4 rtl:-scale-x-100" />
}

/** A month to pick a day from: arrows move by day and week, the page keys by month, with Shift by year. */
export function Calendar({ value, min, max, today, locale, weekStartsOn, onPick }: Props) {
  const words = useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(locale, options)
      return (date: Date) => formatter.format(date)
    }
    const month = format({ month: 'long', year: 'numeric' })
    const day = format({ dateStyle: 'full' })
    return {
      formatters: { formatCaption: month, formatWeekdayName: format({ weekday: 'short' }) },
      labels: { labelGrid: month, labelDayButton: day, labelWeekday: format({ weekday: 'long' }) },
    }
  }, [locale])
  const limits = [
    ...(min === null ? [] : [{ before: toDate(min) }]),
    ...(max === null ? [] : [{ after: toDate(max) }]),
  ]
  return (
    <DayPicker
      {...words}
      mode="single"
      required
      autoFocus
      showOutsideDays
      fixedWeeks
      selected={value === null ? undefined : toDate(value)}
      defaultMonth={toDate(value ?? max ?? today)}
      today={toDate(today)}
      disabled={limits}
      weekStartsOn={weekStartsOn as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      onSelect={(date: Date) => onPick(toDay(date))}
      classNames={look}
      components={{ Chevron }}
    />
  )
}
