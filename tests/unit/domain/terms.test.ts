import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planCheck, planNext, newList, sweepCredits } from '@/lib/domain/list-drift'
import { priceRows, rowsFor } from '@/lib/domain/terms'

const price = fc.record({ rows: fc.integer({ min: 1, max: 200 }), credits: fc.integer({ min: 1, max: 50 }) })

test('a price covers every begun block, and never falls when more is asked for', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), price, (rows, price) => {
      const credits = priceRows(rows, { price })
      expect(credits % price.credits).toBe(0)
      expect((credits / price.credits) * price.rows).toBeGreaterThanOrEqual(rows)
      expect((credits / price.credits) * price.rows - rows).toBeLessThan(price.rows)
      expect(priceRows(rows + 1, { price })).toBeGreaterThanOrEqual(credits)
    }),
  )
})

test('what some credits pay for costs no more than them, and one more row would', () => {
  fc.assert(
    fc.property(fc.nat(10_000), price, (credits, price) => {
      const rows = rowsFor(credits, { price })
      expect(priceRows(rows, { price })).toBeLessThanOrEqual(credits)
      expect(priceRows(rows + 1, { price })).toBeGreaterThan(credits)
    }),
  )
})

test('windows and prices follow the provider’s page size and price', () => {
  const terms = { pageSize: 25, price: { rows: 5, credits: 2 } }
  expect(planNext(newList, terms)?.count).toBe(25)
  expect(planCheck(newList, terms).count).toBe(5)
  const begun = { ...newList, total: 81, fetched: true, read: { ...newList.read, frontier: 75, seen: 75 } }
  expect(planNext(begun, terms)).toEqual({ part: 'read', offset: 75, count: 10 })
  expect(sweepCredits(begun, 'rest', terms)).toBe(4)
})
