import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LedgerTable } from '@/components/ledger/ledger-table'
import type { LedgerEntry } from '@/lib/contracts/credits'

const entry = (over: Partial<LedgerEntry>): LedgerEntry => ({
  id: 'f1',
  fetchId: 'f1',
  jobId: '4123456789',
  account: 'main',
  who: 'local',
  whoName: 'This desk',
  startedAt: '2026-04-14T08:35:00.000Z',
  stated: null,
  durationMs: 2_430,
  kind: 'next',
  state: 'settled',
  offset: 50,
  count: 50,
  quoted: 5,
  consumed: 5,
  code: null,
  ...over,
})

const show = (over: Partial<LedgerEntry>) => {
  render(<LedgerTable entries={[entry(over)]} getLabel={() => null} defaultAccount="main" />)
  const [, row] = screen.getAllByRole('row')
  if (!row) throw new Error('There is no entry in the table.')
  return within(row)
}

test('an entry says what was asked for, for which job, at what price and how long it took', () => {
  const row = show({})
  expect(row.getByRole('link', { name: 'Job 4123456789' })).toHaveAttribute('href', '/jobs/4123456789')
  expect(row.getByText('rows 51–100')).toBeVisible()
  expect(row.getByText('Load more')).toBeVisible()
  expect(row.getByText('Charged', { selector: 'td:nth-child(8) *' })).toBeVisible()
  expect(row.getByText('2.4 s')).toBeVisible()
  expect(row.queryByText(/than quoted/)).toBeNull()
})

test('a quote that turned out wrong is shown, both ways', () => {
  expect(show({ consumed: 4 }).getByText('1 less than quoted')).toBeVisible()
})

test('a charge above its quote is not hidden', () => {
  expect(show({ consumed: 7 }).getByText('2 more than quoted')).toBeVisible()
})

test('a price that cannot be right is shown as it was written', () => {
  const row = show({ consumed: null, code: 'odd_price', stated: '2147483647' })
  expect(row.getByText('the stated price cannot be right')).toBeVisible()
  expect(row.getByText('2147483647')).toBeVisible()
})

test('an answer that was lost is possibly charged, and no number is made up for it', () => {
  const row = show({ state: 'unknown', consumed: null, code: 'possibly_charged', durationMs: 60_000 })
  expect(row.getByText('Possibly charged')).toBeVisible()
  expect(row.getByText('the answer was lost')).toBeVisible()
  expect(row.getByText('not known')).toBeVisible()
  expect(row.getByText('1 min 0 s')).toBeVisible()
})

test('what is still under way is held, not charged', () => {
  const row = show({ state: 'reserved', consumed: null, durationMs: null })
  expect(row.getByText('Held')).toBeVisible()
  expect(row.getByText('not yet')).toBeVisible()
})

test('a refusal was free and says why; a reason nobody has described is shown as it is', () => {
  const row = show({ state: 'released', consumed: 0, code: 'strange_weather', kind: 'audit' })
  expect(row.getByText('Free')).toBeVisible()
  expect(row.getByText('strange weather')).toBeVisible()
  expect(row.getByText('audit')).toBeVisible()
})

test('a job of another account than the usual one is opened under that account', () => {
  const row = show({ account: 'agency' })
  expect(row.getByRole('link')).toHaveAttribute('href', '/jobs/4123456789?account=agency')
})
