/**
 * The day it is for a reader, `2026-04-01`.
 * @param timeZone an IANA name; null for UTC
 */
export function toReaderDay(now: Date, timeZone: string | null): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: timeZone ?? 'UTC' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
