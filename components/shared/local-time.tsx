'use client'

import type { ReaderLocale } from '@/lib/domain/reader-locale'
import { useReaderLocale } from './use-locale'

const formats = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  full: {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Hours of a clock of 24 have two digits: `08:05`, `8:05 AM`. */
function makeFormatter(format: keyof typeof formats, locale: string, timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { ...formats[format], timeZone }
  const { hourCycle } = new Intl.DateTimeFormat(locale, options).resolvedOptions()
  return new Intl.DateTimeFormat(locale, hourCycle === 'h23' ? { ...options, hour: '2-digit' } : options)
}

const made = new Map<string, Intl.DateTimeFormat>()
function formatter(format: keyof typeof formats, { locale, timeZone }: ReaderLocale): Intl.DateTimeFormat {
  const zone = timeZone ?? 'UTC'
  const key = `${format} ${locale} ${zone}`
  const kept = made.get(key) ?? makeFormatter(format, locale, zone)
  made.set(key, kept)
  return kept
}

/**
 * A time in the reader's zone and manner; a moment of today is its time alone. Until the zone is known it keeps its place
 * free: a time of another zone would turn into a different one before the reader's eyes.
 */
export function LocalTime({ iso, format }: { iso: string; format: 'date' | 'moment' }) {
  const reader = useReaderLocale()
  const date = new Date(iso)
  const day = formatter('day', reader)
  const isToday = format === 'moment' && day.format(date) === day.format(new Date())
  const text = formatter(isToday ? 'time' : format, reader).format(date)
  if (reader.timeZone === null) {
    return (
      <time dateTime={iso} className="invisible whitespace-nowrap">
        {text.replace(/\d/g, '0')}
      </time>
    )
  }
  const inUtc = format === 'moment' && reader.timeZone === 'UTC'
  return (
    <time
      dateTime={iso}
      className="whitespace-nowrap"
      title={formatter('full', reader).format(date)}
      // At midnight the server's today is not the browser's; and two runtimes may know another edition of a language.
      suppressHydrationWarning
    >
      {text}
      {inUtc ? <span className="sr-only"> UTC</span> : null}
    </time>
  )
}
