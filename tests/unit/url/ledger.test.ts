import { expect, test } from 'vitest'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { creditsExportPath, creditsPath, isWholeLedger, parseLedger } from '@/lib/url/ledger'

const filter: LedgerFilter = {
  job: '4123456789',
  kind: 'check',
  state: 'unknown',
  who: 'maja@example.test',
  from: '2026-04-01',
  to: '2026-04-30',
}

test('a link to a part of the ledger shows a colleague the same part', () => {
  const { search, pathname } = new URL(creditsPath(filter), 'https://shortlist.example')
  expect(pathname).toBe('/credits')
  expect(parseLedger(search)).toEqual(filter)
})

test('the file holds what the page shows', () => {
  const { searchParams, pathname } = new URL(creditsExportPath(filter), 'https://shortlist.example')
  expect(pathname).toBe('/api/credits/export')
  expect(searchParams.get('format')).toBe('csv')
  expect(parseLedger(searchParams)).toEqual(filter)
  expect(creditsExportPath(everyEntry)).toBe('/api/credits/export?format=csv')
})

test('the whole ledger has the plainest address', () => {
  expect(creditsPath(everyEntry)).toBe('/credits')
  expect(isWholeLedger(parseLedger(''))).toBe(true)
  expect(isWholeLedger(filter)).toBe(false)
})

test('what an address cannot mean narrows nothing', () => {
  for (const search of [
    '?kind=everything&state=lost',
    '?from=yesterday&to=2026-02-30',
    '?from=2026-4-1',
    '?from=0000-01-01&to=0000-12-31',
    '?job=%20%20&who=%00',
  ]) {
    expect(parseLedger(search), search).toEqual(everyEntry)
  }
})

test('a job in an address is kept to a length that can be looked for', () => {
  expect(parseLedger(`?job=${'9'.repeat(5_000)}`).job).toHaveLength(200)
})
