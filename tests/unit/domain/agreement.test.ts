import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisions } from '@/lib/contracts/decision-words'
import { type ChoicePair, measureAgreement, minKappaPeople } from '@/lib/domain/agreement'

const choice = fc.constantFrom(...decisions)
const pairs = fc.array(fc.record({ first: choice, second: choice }), { maxLength: 60 })

/** As many pairs of each kind as a table of counts says. */
const fromTable = (table: number[][]): ChoicePair[] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => ({ first: decisions[i]!, second: decisions[j]! })),
    ),
  )

test('the worked example of the literature comes out', () => {
  // Two readers of 50 grant proposals: 20 and 15 agreed, 5 and 10 not.
  const { agreed, people, byChance, kappa, problem } = measureAgreement(
    fromTable([
      [20, 0, 5],
      [0, 0, 0],
      [10, 0, 15],
    ]),
  )
  expect({ agreed, people, problem }).toEqual({ agreed: 35, people: 50, problem: null })
  expect(byChance).toBeCloseTo(0.5, 10)
  expect(kappa!.value).toBeCloseTo(0.4, 10)
  expect(kappa!.interval!.low).toBeCloseTo(0.1511, 3)
  expect(kappa!.interval!.high).toBeCloseTo(0.6489, 3)
})

test('every pair is in the table once, and agreement is its diagonal', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const { table, people, agreed, share } = measureAgreement(all)
      expect(people).toBe(all.length)
      expect(table.flat().reduce((total, count) => total + count, 0)).toBe(all.length)
      expect(agreed).toBe(all.filter(({ first, second }) => first === second).length)
      decisions.forEach((first, i) =>
        expect(table[i]!.reduce((total, count) => total + count, 0)).toBe(
          all.filter((pair) => pair.first === first).length,
        ),
      )
      if (people > 0) {
        expect(share.low).toBeLessThanOrEqual(agreed / people)
        expect(share.high).toBeGreaterThanOrEqual(agreed / people)
      }
    }),
  )
})

test('kappa is the same whoever is named first, and whatever order people are in', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const one = measureAgreement(all)
      const other = measureAgreement(
        all.toReversed().map(({ first, second }) => ({ first: second, second: first })),
      )
      expect(other.problem).toBe(one.problem)
      expect(other.kappa?.value ?? null).toEqual(one.kappa ? expect.closeTo(one.kappa.value, 10) : null)
      expect(other.kappa?.interval?.low ?? null).toEqual(
        one.kappa?.interval ? expect.closeTo(one.kappa.interval.low, 10) : null,
      )
    }),
  )
})

test('kappa stands only for ten people or more of whom neither chose the same about all, and lies within -1 and 1', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const { kappa, problem, agreed, people } = measureAgreement(all)
      const constant = (['first', 'second'] as const).some(
        (who) => new Set(all.map((pair) => pair[who])).size < 2,
      )
      expect(problem).toBe(people < minKappaPeople ? 'too_few' : constant ? 'one_choice' : null)
      expect(kappa === null).toBe(problem !== null)
      if (kappa === null) return
      expect(kappa.value).toBeGreaterThanOrEqual(-1)
      expect(kappa.value === 1).toBe(agreed === people)
      if (kappa.interval === null) return
      expect(kappa.interval.low).toBeGreaterThanOrEqual(-1)
      expect(kappa.interval.low).toBeLessThanOrEqual(kappa.value)
      expect(kappa.interval.high).toBeGreaterThanOrEqual(kappa.value)
      expect(kappa.interval.high).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
})
