import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Experience } from '@/lib/contracts/candidate'
import { careerFacts } from '@/lib/domain/career-facts'
import { buildTimeline } from '@/lib/domain/timeline'
import { asOf, exactJob, looseJob, monthsCovered, type TrueJob, untoldReading } from './careers'

const experience = (reading: TrueJob['reading'], company: string | null): Experience => ({
  title: 'Gardener',
  company,
  companyUrl: null,
  dateRange: null,
  description: null,
  months: null,
  monthsMax: null,
  ...reading,
})
const facts = (experiences: readonly Experience[]) => careerFacts(buildTimeline(experiences, asOf), asOf)

const withCompany = <T>(job: fc.Arbitrary<T>) =>
  fc.tuple(job, fc.constantFrom('Fernhill', 'fernhíll', 'Ashby', null))
const exactCareer = fc.array(withCompany(exactJob), { minLength: 1, maxLength: 8 })

test('every number is what was true of jobs whose months are known', () => {
  fc.assert(
    fc.property(exactCareer, (jobs) => {
      const read = facts(jobs.map(([{ reading }, company]) => experience(reading, company)))
      const lengths = jobs.map(([{ first, last }]) => last - first + 1).sort((a, b) => a - b)
      const total = new Set(monthsCovered(jobs.map(([job]) => job))).size
      expect(read.total).toEqual({ min: total, max: total })
      expect(read.dated).toBe(jobs.length)
      if (jobs.length === 1) {
        expect(read.median).toBeNull()
        expect(read.longest).toBeNull()
      } else {
        expect(read.longest).toEqual({ min: lengths.at(-1), max: lengths.at(-1) })
        const below = lengths.filter((length) => length <= (read.median?.max ?? 0)).length
        expect(below * 2).toBeGreaterThanOrEqual(jobs.length)
      }
    }),
  )
})

test('employers are counted by company, however it is written and however many roles it stands for', () => {
  const job = (company: string | null, y: number) =>
    experience({ start: { y, m: 1 }, end: { y, m: 6 }, current: false }, company)
  expect(
    facts([job('Fernhill', 2024), job('FERNHÍLL', 2022), job('Ashby', 2020), job(null, 2019)]).employers,
  ).toBe(2)
})

test('only gaps that certainly lasted more than three months are counted', () => {
  const job = (start: [number, number | null], end: [number, number | null]) =>
    experience(
      { start: { y: start[0], m: start[1] }, end: { y: end[0], m: end[1] }, current: false },
      `${start[0]}`,
    )
  expect(facts([job([2022, 5], [2022, 12]), job([2021, 1], [2022, 1])]).gaps).toEqual([])
  expect(facts([job([2022, 6], [2022, 12]), job([2021, 1], [2022, 1])]).gaps).toEqual([{ min: 4, max: 4 }])
  expect(facts([job([2022, null], [2022, null]), job([2021, 1], [2021, 12])]).gaps).toEqual([])
})

test('time in the current job counts from its start, and is unknown to who has none', () => {
  const now = experience({ start: { y: 2024, m: 12 }, end: null, current: true }, 'Fernhill')
  const before = experience({ start: { y: 2020, m: 1 }, end: { y: 2024, m: 11 }, current: false }, 'Ashby')
  expect(facts([before, now]).current).toEqual({ min: 24, max: 24 })
  expect(facts([before]).current).toBeNull()
})

test('the order of the jobs given changes no number', () => {
  fc.assert(
    fc.property(fc.array(withCompany(looseJob), { maxLength: 8 }), (jobs) => {
      const experiences = jobs.map(([{ reading }, company]) => experience(reading, company))
      const { current: _current, ...forwards } = facts(experiences)
      const { current: _other, ...backwards } = facts(experiences.toReversed())
      expect(backwards).toEqual(forwards)
    }),
  )
})

test('a job whose dates do not tell changes nothing but the count of those left out', () => {
  fc.assert(
    fc.property(fc.array(looseJob, { maxLength: 6 }), untoldReading, (jobs, untold) => {
      const experiences = jobs.map(({ reading }) => experience(reading, 'Fernhill'))
      const before = facts(experiences)
      const after = facts([...experiences, experience(untold, 'Fernhill')])
      expect({ ...after, undated: 0, employers: 0 }).toEqual({ ...before, undated: 0, employers: 0 })
      expect(after.undated).toBe(before.undated + 1)
    }),
  )
})
