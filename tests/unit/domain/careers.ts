import fc from 'fast-check'
import type { Month } from '@/lib/contracts/month'
import type { DateReading } from '@/lib/domain/date-range'

export const asOf: Month = { y: 2026, m: 11 }
export const now = asOf.y * 12 + 10

export const monthOfIndex = (index: number): Month => ({ y: Math.floor(index / 12), m: (index % 12) + 1 })

/** What was true of a job (months since year 0), and how its dates were written. */
export type TrueJob = { first: number; last: number; reading: DateReading }

/** Months that jobs cover, one by one. */
export const monthsCovered = (jobs: readonly Pick<TrueJob, 'first' | 'last'>[]): number[] =>
  jobs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

function jobs(writesYears: fc.Arbitrary<boolean>): fc.Arbitrary<TrueJob> {
  return fc
    .record({
      first: fc.integer({ min: now - 150, max: now }),
      length: fc.integer({ min: 1, max: 60 }),
      startAsYear: writesYears,
      endAsYear: writesYears,
      current: fc.boolean(),
    })
    .map(({ first, length, startAsYear, endAsYear, current }) => {
      const last = Math.min(first + length - 1, now)
      const write = (index: number, asYear: boolean): Month =>
        asYear ? { y: Math.floor(index / 12), m: null } : monthOfIndex(index)
      const goesOn = current && last === now
      const end = goesOn ? null : write(last, endAsYear)
      return { first, last, reading: { start: write(first, startAsYear), end, current: goesOn } }
    })
}

/** Jobs that are over or go on, both ends written with their month. */
export const exactJob = jobs(fc.constant(false))
/** The same, with some ends written as a year alone. */
export const looseJob = jobs(fc.boolean())

/** Dates that do not tell how long a job lasted. */
export const untoldReading: fc.Arbitrary<DateReading> = fc.constantFrom(
  { start: null, end: null, current: true },
  { start: { y: 2020, m: 3 }, end: null, current: false },
  { start: null, end: { y: 2020, m: 3 }, current: false },
  { start: { y: 2031, m: 1 }, end: { y: 2032, m: 1 }, current: false },
)
