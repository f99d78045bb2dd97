import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialInterval } from '@/lib/domain/binomial-interval'

/** The probability of `from` to `to` hits, summed term by term. */
function probability(from: number, to: number, total: number, share: number): number {
  let logTerm = total * Math.log1p(-share)
  let sum = from === 0 ? Math.exp(logTerm) : 0
  for (let hits = 1; hits <= to; hits += 1) {
    logTerm += Math.log((total - hits + 1) / hits) + Math.log(share) - Math.log1p(-share)
    if (hits >= from) sum += Math.exp(logTerm)
  }
  return sum
}

test.each([
  [0, 10, 0, 0.3085],
  [1, 10, 0.00253, 0.44502],
  [5, 10, 0.18709, 0.81291],
  [10, 10, 0.6915, 1],
  [20, 100, 0.12666, 0.29184],
  [0, 0, 0, 1],
])('%i of %i is the interval of published tables', (hits, total, low, high) => {
  const interval = binomialInterval(hits, total)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('each end leaves 2.5% beyond it, whatever was counted', () => {
  const counted = fc
    .integer({ min: 1, max: 3_000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))
  fc.assert(
    fc.property(counted, ([hits, total]) => {
      const { low, high } = binomialInterval(hits, total)
      expect(low).toBeLessThanOrEqual(hits / total)
      expect(high).toBeGreaterThanOrEqual(hits / total)
      if (hits > 0) expect(probability(hits, total, total, low)).toBeCloseTo(0.025, 8)
      if (hits < total) expect(probability(0, hits, total, high)).toBeCloseTo(0.025, 8)
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand decisions are no more work than ten', () => {
  const { low, high } = binomialInterval(34_000, 100_000)
  expect(low).toBeCloseTo(0.33706, 4)
  expect(high).toBeCloseTo(0.34295, 4)
})
