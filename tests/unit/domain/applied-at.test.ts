import { expect, test } from 'vitest'
import { appliedMs, readAppliedAt } from '@/lib/domain/applied-at'
import { parseAsDaysRange } from '@/lib/url/day'

test.each([
  ['2026-04-02', '2026-04-02'],
  [' 2026-04-02 ', '2026-04-02'],
  ['2026-04-02 09:31', '2026-04-02T09:31:00.000Z'],
  ['2026-04-02T09:31:07Z', '2026-04-02T09:31:07.000Z'],
  ['2026-04-02T09:31:07.123+02:00', '2026-04-02T07:31:07.000Z'],
  ['2026-04-02 9:05:00 +0530', '2026-04-02T03:35:00.000Z'],
  // A time that is none leaves the day, and so does whatever else comes after it.
  ['2026-04-02 29:61', '2026-04-02'],
  ['2026-04-02 in the morning', '2026-04-02'],
])('%j is read as %j', (text, appliedAt) => {
  expect(readAppliedAt(text)).toBe(appliedAt)
  expect(appliedMs(appliedAt)).toBe(Date.parse(appliedAt))
})

test.each([null, '', 'yesterday', '04/02/2026', '2026-02-30', '0000-01-01', '1026-04-02', '9999-12-31'])(
  '%j is no day',
  (text) => {
    expect(readAppliedAt(text)).toBeNull()
  },
)

test.each([
  ['2026-04-02', { from: '2026-04-02', to: '2026-04-02' }],
  ['2026-04-01..2026-04-30', { from: '2026-04-01', to: '2026-04-30' }],
  ['2026-04-01..', { from: '2026-04-01', to: null }],
  ['..2026-04-30', { from: null, to: '2026-04-30' }],
  ['unknown', { from: null, to: null }],
])('the address %s is a range of days, and written so again', (text, range) => {
  expect(parseAsDaysRange.parse(text)).toEqual(range)
  expect(parseAsDaysRange.serialize(range)).toBe(text)
})

test.each(['', '..', 'soon', '2026-02-30', '2026-04-30..2026-04-01', '2026-04-01..x', 'x..2026-04-01'])(
  'the address %j is none',
  (text) => {
    expect(parseAsDaysRange.parse(text)).toBeNull()
  },
)
