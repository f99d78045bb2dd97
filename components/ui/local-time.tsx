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

/** A time in the reader's zone and manner. The server, which knows neither, writes UTC. */
export function LocalTime({ iso, format }: { iso: string; format: 'date' | 'moment' }) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const date = new Date(iso)
  const isToday = here && format === 'moment' && date.toDateString() === new Date().toDateString()
  const text = formatter(
    isToday ? 'time' : format,
    here ? undefined : 'UTC',
    here ? undefined : 'en-GB',
  ).format(date)
  return (
    <time dateTime={iso} className="whitespace-nowrap" title={here ? date.toLocaleString() : undefined}>
      {text}
      {!here && format === 'moment' ? ' UTC' : ''}
    </time>
  )
}
