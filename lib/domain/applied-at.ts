// A day, then perhaps a time, with seconds, a fraction and a zone or without.
const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i

const isDay = (day: string) => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && /^(?:199|20)/.test(day)
}

/**
 * Reads when somebody applied: `2026-04-02`, or `2026-04-02 09:31` with more or less after it. A time without a zone is
 * taken as UTC, in which the provider writes its own.
 * @returns the day, or the time as ISO 8601 in UTC; null for anything else
 */
export function readAppliedAt(text: string | null): string | null {
  const [, day, hours, minutes, seconds = '00', zone = 'Z'] = written.exec(text?.trim() ?? '') ?? []
  if (!day || !isDay(day)) return null
  if (hours === undefined || minutes === undefined) return day
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(.\d\d):?(\d\d)$/, '$1:$2')
  const time = Date.parse(`${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}${offset}`)
  return Number.isNaN(time) ? day : new Date(time).toISOString()
}

/** The same as milliseconds, a day at its beginning in UTC. */
export const appliedMs = (appliedAt: string | null): number | null =>
  appliedAt === null ? null : Date.parse(appliedAt)
