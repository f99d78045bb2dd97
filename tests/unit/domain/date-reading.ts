import type { Month } from '@/lib/contracts/month'
import { readDateRange } from '@/lib/domain/date-range'

const written = (month: Month | null) => (month ? `${month.m ?? '?'}/${month.y}` : 'unknown')
/** What is read in a text, in few words: `3/2019 to now`. */
export function reading(text: string | null): string {
  const read = readDateRange(text)
  if (!read) return 'not read'
  return `${written(read.start)} to ${read.current ? 'now' : written(read.end)}`
}
