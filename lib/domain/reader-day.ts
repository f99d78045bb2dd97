// To make one costs more than the rest of a request's start. More than there are zones: one has many spellings.
const maxFormats = 1_000
const formats = new Map<string, Intl.DateTimeFormat>()

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  })
  if (formats.size >= maxFormats) formats.clear()
  formats.set(timeZone, format)
  return format
}

/**
 * The day it is for a reader, `2026-04-01`.
 * @param timeZone an IANA name; null for UTC
 */
export function toReaderDay(now: Date, timeZone: string | null): string {
  const parts = getFormat(timeZone ?? 'UTC').formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
