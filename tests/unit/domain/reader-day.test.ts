import { expect, test } from 'vitest'
import { toReaderDay } from '@/lib/domain/reader-day'

test.each([
  ['Asia/Tokyo', '2026-04-02'],
  ['America/Los_Angeles', '2026-04-01'],
  [null, '2026-04-01'],
])('late in the evening of UTC it is in %s %s', (timeZone, day) => {
  expect(toReaderDay(new Date('2026-04-01T22:30:00Z'), timeZone)).toBe(day)
})
