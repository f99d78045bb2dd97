import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDateRange } from '@/lib/domain/date-range'
import { growsAfter, toMonth, toMonths, totalMonths, unionLength } from '@/lib/domain/tenure'
import { asOf, exactJob, looseJob, monthsCovered, untoldReading } from './careers'

const toLength = (text: string) => {
  const reading = readDateRange(text)
  return reading && toMonths(reading, asOf)
}
const readings = <T extends { reading: unknown }>(jobs: T[]): T['reading'][] =>
  jobs.map(({ reading }) => reading)

test.each([
  ['2/2025 - 7/2025', { min: 6, max: 6 }],
  ['2/2025', { min: 1, max: 1 }],
  ['11/2026 - Present', { min: 1, max: 1 }],
  ['5/2022 - Present', { min: 55, max: 55 }],
  ['2019', { min: 1, max: 12 }],
  ['2019 - 2021', { min: 14, max: 36 }],
  ['2019 - 5/2020', { min: 6, max: 17 }],
  ['5/2019 - 2019', { min: 1, max: 8 }],
  ['2025 - Present', { min: 12, max: 23 }],
  ['2026 - Present', { min: 1, max: 11 }],
  ['10/2026 - 5/2027', { min: 2, max: 2 }],
  ['1/2027 - 5/2027', null],
  ['12/2026 - Present', null],
  ['3/2020 -', null],
  ['- 3/2020', null],
  ['Present', null],
])('in November 2026, %s lasted %j months', (text, months) => {
  expect(toLength(text)).toEqual(months)
})

test('the month of a moment is the one in UTC', () => {
  expect(toMonth('2026-11-30T23:59:59.000Z')).toEqual({ y: 2026, m: 11 })
  expect(toMonth('2026-12-01T00:30:00.000+02:00')).toEqual({ y: 2026, m: 11 })
})

test('nobody has worked a known time without dates that tell', () => {
  expect(totalMonths([], asOf)).toBeNull()
  fc.assert(
    fc.property(fc.array(untoldReading), (untold) => {
      expect(totalMonths(untold, asOf)).toBeNull()
    }),
  )
})

test('overlapping months are counted once', () => {
  fc.assert(
    fc.property(fc.array(exactJob, { minLength: 1, maxLength: 8 }), (jobs) => {
      const exact = new Set(monthsCovered(jobs)).size
      expect(totalMonths(readings(jobs), asOf)).toEqual({ min: exact, max: exact })
      expect(unionLength(jobs.map(({ first, last }) => [first, last] as const))).toBe(exact)
    }),
  )
})

test('a job told twice adds nothing', () => {
  fc.assert(
    fc.property(fc.array(looseJob, { minLength: 1, maxLength: 6 }), (jobs) => {
      const once = readings(jobs)
      expect(totalMonths([...once, ...once], asOf)).toEqual(totalMonths(once, asOf))
    }),
  )
})

test('the order of the jobs changes nothing', () => {
  const shuffled = fc
    .array(
      fc.oneof(
        looseJob.map(({ reading }) => reading),
        untoldReading,
      ),
      { maxLength: 8 },
    )
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([given, turned]) => {
      expect(totalMonths(turned, asOf)).toEqual(totalMonths(given, asOf))
    }),
  )
})

test('whatever months the years stood for, the stated range holds the truth', () => {
  fc.assert(
    fc.property(fc.array(looseJob, { minLength: 1, maxLength: 8 }), (jobs) => {
      for (const { first, last, reading } of jobs) {
        const one = toMonths(reading, asOf)
        expect(one?.min).toBeLessThanOrEqual(last - first + 1)
        expect(one?.max).toBeGreaterThanOrEqual(last - first + 1)
      }
      const exact = new Set(monthsCovered(jobs)).size
      const total = totalMonths(readings(jobs), asOf)
      expect(total?.min).toBeLessThanOrEqual(exact)
      expect(total?.max).toBeGreaterThanOrEqual(exact)
    }),
    { numRuns: 500 },
  )
})

test('a job whose dates do not tell changes nothing', () => {
  fc.assert(
    fc.property(fc.array(looseJob, { maxLength: 6 }), untoldReading, fc.nat(6), (jobs, untold, at) => {
      const known = readings(jobs)
      expect(totalMonths(known.toSpliced(at, 0, untold), asOf)).toEqual(totalMonths(known, asOf))
    }),
  )
})

test('a length grows after a month only while a job goes on, or a date lies ahead', () => {
  const grows = (text: string) => growsAfter([readDateRange(text)!], { y: 2026, m: 4 })
  expect(['1/2020 - Present', '1/2020 - 2026', '1/2020 - 5/2026', '6/2026 - 7/2026'].map(grows)).toEqual(
    Array.from({ length: 4 }, () => true),
  )
  expect(['1/2020 - 4/2026', '2019 - 2025', '2019'].map(grows)).toEqual([false, false, false])
})
