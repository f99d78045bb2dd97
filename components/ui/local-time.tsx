'use client'

import { useSyncExternalStore } from 'react'

const formats = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const made = new Map<string, Intl.DateTimeFormat>()
function formatter(format: keyof typeof formats, zone: string | undefined, locale: string | undefined) {
  const key = `${format} ${zone ?? ''}`
  const kept = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...formats[format], timeZone: zone })
  made.set(key, kept)
  return kept
}

const never = () => () => undefined

const utcDay = (date: Date) => date.toISOString().slice(0, 10)

/**
 * A time in the reader's zone and manner. The server, which knows neither, writes UTC, as wide as what replaces it: a
 * line that gets shorter would move the whole page.
 */
export function LocalTime({ iso, format }: { iso: string; format: 'date' | 'moment' }) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const date = new Date(iso)
  const now = new Date()
  const today = here ? date.toDateString() === now.toDateString() : utcDay(date) === utcDay(now)
  const text = formatter(
    today && format === 'moment' ? 'time' : format,
    here ? undefined : 'UTC',
    here ? undefined : 'en-GB',
  ).format(date)
  return (
    <time
      dateTime={iso}
      className="whitespace-nowrap"
      title={here ? date.toLocaleString() : 'UTC'}
      // Around midnight the server's today is not the browser's; what it wrote is replaced at once.
      suppressHydrationWarning
    >
      {text}
      {!here && format === 'moment' ? <span className="sr-only"> UTC</span> : ''}
    </time>
  )
}
