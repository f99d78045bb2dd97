import { expect, test } from 'vitest'
import { newSince, parseSince } from '@/app/(app)/jobs/[jobId]/_parts/since'
import { emptyView } from '@/lib/contracts/words'
import { parseView, viewToSearch } from '@/lib/url/view'

test('a moment since when somebody is new is kept to the minute; what is no moment is ignored', () => {
  const view = { ...emptyView, new: '2026-04-01T22:00Z' }
  expect(parseView(viewToSearch(view))).toEqual(view)
  expect(parseView('?new=1').new).toBe(true)
  for (const text of ['2026-02-30T00:00Z', '2026-04-01', '9999-12-31T00:00Z', '2026-04-01T25:00Z', 'yes'])
    expect(parseView(new URLSearchParams({ new: text })).new, text).toBe(false)
})

test('yesterday and the last 7 days begin where the reader’s day does', () => {
  const now = new Date(2026, 3, 15, 9, 30)
  const start = (day: number) => new Date(2026, 3, day).toISOString().slice(0, 16) + 'Z'
  expect(newSince('yesterday', now)).toBe(start(14))
  expect(newSince('week', now)).toBe(start(8))
  expect(parseSince(start(14), now)).toBe('yesterday')
  expect(parseSince(start(8), now)).toBe('week')
  expect(parseSince(start(13), now)).toBe('moment')
  expect(parseSince(true, now)).toBe('visit')
  expect(parseSince(false, now)).toBeNull()
})
