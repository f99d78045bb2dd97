import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteCredits } from '@/lib/domain/credits'

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
  expect(quoteCredits(rows)).toBe(credits)
})

test('a quote is whole, covers every ten begun, and never falls when more is asked for', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (rows) => {
      const quote = quoteCredits(rows)
      expect(Number.isInteger(quote)).toBe(true)
      expect(quote * 10).toBeGreaterThanOrEqual(rows)
      expect(quote * 10 - rows).toBeLessThan(10)
      expect(quoteCredits(rows + 1)).toBeGreaterThanOrEqual(quote)
    }),
  )
})
