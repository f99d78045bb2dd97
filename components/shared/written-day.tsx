'use client'

import { useLocale } from './use-locale'

const format: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
}

/** A day as it was stated, in the reader's manner: the same day in every time zone. @param day ISO 8601, perhaps with a time */
export function WrittenDay({ day }: { day: string }) {
  const locale = useLocale()
  return (
    <time dateTime={day} className="whitespace-nowrap" suppressHydrationWarning>
      {new Date(day).toLocaleDateString(locale, format)}
    </time>
  )
}
