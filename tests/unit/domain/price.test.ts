import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditsText } from '@/lib/domain/credits'
import { priceRows } from '@/lib/domain/terms'

// What the provider's page states: 1 credit for every begun ten.
const creditsFor = (rows: number) => priceRows(rows, { price: { rows: 10, credits: 1 } })

test.each([
  [0, 0],
  [1, 1],
  [9, 1],
  [10, 1],
  [11, 2],
  [31, 4],
  [50, 5],
  [81, 9],
  [-3, 0],
])('%i applicants cost at most %i credits', (rows, credits) => {
  expect(creditsFor(rows)).toBe(credits)
})

test('a quote is whole, covers every ten begun, and never falls when more is asked for', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (rows) => {
      const quote = creditsFor(rows)
      expect(Number.isInteger(quote)).toBe(true)
      expect(quote * 10).toBeGreaterThanOrEqual(rows)
      expect(quote * 10 - rows).toBeLessThan(10)
      expect(creditsFor(rows + 1)).toBeGreaterThanOrEqual(quote)
    }),
  )
})

test('no reader takes a thousand credits for one and a bit', () => {
  expect(creditsText(1)).toBe('1 credit')
  expect(creditsText(1_000)).toBe('1000 credits')
  expect(creditsText(1_000, new Intl.NumberFormat('de').format)).toBe('1.000 credits')
})
