'use client'

import { useLocale } from './use-locale'

export type Formats = {
  number: (value: number) => string
  /** In few letters: `1.2K`. */
  short: (value: number) => string
  /** `1 person`, `1,234 people`. */
  people: (count: number) => string
  /** A part of a credit as a price: `0.1`, `0.105`. */
  price: (credits: number) => string
  /** A UTC day, as the ledger counts days: `14 Apr`. */
  day: (day: string) => string
}

function makeFormats(locale: string): Formats {
  const whole = new Intl.NumberFormat(locale)
  const compact = new Intl.NumberFormat(locale, { notation: 'compact' })
  const part = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    number: (value) => whole.format(value),
    short: (value) => compact.format(value),
    people: (count) => `${whole.format(count)} ${count === 1 ? 'person' : 'people'}`,
    price: (credits) => part.format(credits),
    day: (day) => date.format(new Date(`${day}T00:00:00Z`)),
  }
}

const made = new Map<string, Formats>()

/** Numbers and days in the reader's manner. */
export function useFormats(): Formats {
  const locale = useLocale()
  const formats = made.get(locale) ?? makeFormats(locale)
  made.set(locale, formats)
  return formats
}
