import { toMoment } from '@/lib/url/view'

export type Since = 'visit' | 'yesterday' | 'week' | 'moment'

// Days begin where the reader is.
function daysAgo(days: number, now: Date): string {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - days)
  return toMoment(day)
}

/** The view's `new` for a choice, in the reader's time zone. @param now the reader's clock */
export function newSince(since: 'yesterday' | 'week', now: Date): string {
  return daysAgo(since === 'yesterday' ? 1 : 7, now)
}

/** Which choice a view's `new` is today; a moment of another day or zone is only a moment. */
export function parseSince(value: boolean | string, now: Date): Since | null {
  if (typeof value === 'boolean') return value ? 'visit' : null
  if (value === newSince('yesterday', now)) return 'yesterday'
  return value === newSince('week', now) ? 'week' : 'moment'
}
