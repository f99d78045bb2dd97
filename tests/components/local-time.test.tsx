import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LocalTime } from '@/components/shared/local-time'

const reader = vi.hoisted(() => ({ locale: 'en-GB', timeZone: 'Europe/Paris' }))
vi.mock('@/components/shared/use-locale', () => ({ useReaderLocale: () => reader }))

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-26T23:30:00Z') })
})
afterEach(() => void vi.useRealTimers())

test.each([
  ['en-GB', '00:05', '26 Nov, 09:05'],
  ['de-DE', '00:05', '26. Nov., 09:05'],
  ['en-US', '12:05 AM', 'Nov 26, 9:05 AM'],
])('hours are written as people of %s write them', (locale, today, yesterday) => {
  reader.locale = locale
  render(<LocalTime iso="2026-11-26T23:05:00Z" format="moment" />)
  render(<LocalTime iso="2026-11-26T08:05:00Z" format="moment" />)
  const texts = screen.getAllByRole('time').map(({ textContent }) => textContent?.replace(/\s/g, ' '))
  expect(texts).toEqual([today, yesterday])
})
