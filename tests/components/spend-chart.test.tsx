import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SpendChart } from '@/components/ledger/spend-chart'

const days = Array.from({ length: 30 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 3, 1 + at)).toISOString().slice(0, 10),
  entries: 0,
  consumed: 0,
  held: 0,
}))
const spent = days.map((day, at) =>
  at === 13
    ? { ...day, entries: 8, consumed: 40, held: 5 }
    : at === 20
      ? { ...day, entries: 1, consumed: 1 }
      : day,
)

// As a reader who says nothing of themselves is written to.
const april = (day: number) => `${day} Apr`

test('the drawing tells in words what it shows', () => {
  render(<SpendChart days={spent} onPick={vi.fn()} />)
  expect(
    screen.getByRole('img', {
      name: `Credits a day from ${april(1)} to ${april(30)}: 41 credits charged, most on ${april(14)}: 40 credits charged, 5 held or possibly charged`,
    }),
  ).toBeVisible()
})

test('the same is there as a table, newest day first, and a day of it narrows the ledger', async () => {
  const picked = vi.fn()
  render(<SpendChart days={spent} onPick={picked} />)
  const user = userEvent.setup()
  await user.click(screen.getByText('As a table'))
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'Day, UTCCallsChargedHeld or possibly',
    `${april(21)}110`,
    `${april(14)}8405`,
  ])
  await user.click(screen.getByRole('button', { name: april(14) }))
  expect(picked).toHaveBeenCalledWith('2026-04-14')
})

test('a month without spending says so and draws nothing', () => {
  render(<SpendChart days={days} onPick={vi.fn()} />)
  expect(screen.getByText('Nothing was spent in the last 30 days.')).toBeVisible()
  expect(screen.queryByRole('img')).toBeNull()
})
