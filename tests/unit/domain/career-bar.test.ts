import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Experience } from '@/lib/contracts/candidate'
import { readCareer } from '@/lib/domain/career'
import { axisTicks, careerAxis, careerZooms, placeOnAxis } from '@/lib/domain/career-axis'
import { barHeight, barPaths, barSeams, careerBar, jobsAt } from '@/lib/domain/career-bar'
import { describeCareer } from '@/lib/domain/career-words'
import { asOf, looseJob, now, type TrueJob } from './careers'

const career = (jobs: readonly { dates: string; company?: string; title?: string }[]) =>
  readCareer(
    jobs.map(({ dates, company = 'Fernhill', title = 'Gardener' }) => ({
      title,
      company,
      dateRange: dates,
      companyUrl: null,
      description: null,
    })),
    asOf,
  ).experiences

const drawn = (jobs: readonly TrueJob[], company: (at: number) => string): Experience[] =>
  jobs.map(({ reading }, at) => ({
    title: `Job ${at}`,
    company: company(at),
    companyUrl: null,
    dateRange: null,
    description: null,
    months: null,
    monthsMax: null,
    ...reading,
  }))

const manyJobs = fc.array(looseJob, { maxLength: 8 })
const axis = careerAxis(20, asOf, null)

/** Pieces of a path: where each begins, how wide and high it is. */
const boxes = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))

test('roles at one company that follow each other are one bar', () => {
  const { employments, lanes } = careerBar(
    career([
      { dates: '2/2024 - Present', title: 'Head gardener' },
      { dates: '1/2021 - 1/2024', title: 'Gardener' },
      { dates: '1/2020 - 6/2020', company: 'Mossgrove' },
    ]),
    asOf,
  )
  expect(lanes).toBe(1)
  expect(employments.map(({ jobs }) => jobs.map(({ index }) => index))).toEqual([[2], [1, 0]])
  expect(employments[1]).toMatchObject({ current: true, to: now + 1 })
})

test('a return to a company after a month elsewhere is a bar of its own', () => {
  const { employments } = careerBar(
    career([{ dates: '3/2022 - 5/2022' }, { dates: '1/2022 - 1/2022' }]),
    asOf,
  )
  expect(employments).toHaveLength(2)
})

test('jobs at the same time stand above one another', () => {
  const { employments, lanes } = careerBar(
    career([
      { dates: '1/2020 - 12/2022' },
      { dates: '6/2021 - 3/2023', company: 'Mossgrove' },
      { dates: '4/2023 - 5/2023', company: 'Ashby' },
    ]),
    asOf,
  )
  expect(lanes).toBe(2)
  expect(employments.map(({ lane }) => lane)).toEqual([0, 1, 0])
})

test('a year alone is drawn as uncertain, a month is not', () => {
  const year = barPaths(careerBar(career([{ dates: '2019' }]), asOf), axis)
  expect(year.past).toBe('')
  expect(boxes(year.pastUncertain).map(({ width }) => width)).toEqual([12])
  const years = barPaths(careerBar(career([{ dates: '2019 - 2021' }]), asOf), axis)
  expect(boxes(years.past).map(({ width }) => width)).toEqual([14])
  expect(boxes(years.pastUncertain).map(({ width }) => width)).toEqual([11, 11])
  const months = barPaths(careerBar(career([{ dates: '1/2019 - 12/2021' }]), asOf), axis)
  expect(months.pastUncertain).toBe('')
  expect(boxes(months.past).map(({ width }) => width)).toEqual([36])
})

test('a current job reaches the end of the axis, in its own way of drawing', () => {
  const { past, current } = barPaths(careerBar(career([{ dates: '11/2025 - Present' }]), asOf), axis)
  expect(past).toBe('')
  expect(boxes(current)).toMatchObject([{ x: axis.to - axis.from - 13, width: 13 }])
})

test('a bar that ends where another employer’s begins is parted from it; roles at one employer are not', () => {
  const seams = (second: string, dates = '5/2020 - 10/2021') => {
    const jobs = [
      { dates: '9/2017 - 4/2020', company: 'Papier Lune' },
      { dates, company: second },
    ]
    return barSeams(careerBar(career(jobs), asOf), axis)
  }
  expect(seams('Baobab')).toMatch(new RegExp(`^M${2020 * 12 + 4 - axis.from} [\\d.]+v[\\d.]+$`))
  expect(seams('Papier Lune')).toBe('')
  expect(seams('Baobab', '6/2020 - 10/2021')).toBe('')
})

test('jobs whose dates do not tell are counted, not drawn', () => {
  const bar = careerBar(career([{ dates: 'Season 21' }, { dates: '2020 -' }]), asOf)
  expect(bar).toEqual({ employments: [], lanes: 1, undated: 2, from: null })
  expect(Object.values(barPaths(bar, axis)).join('')).toBe('')
})

test('what lies outside the axis is cut off, and nothing is drawn outside the box', () => {
  fc.assert(
    fc.property(manyJobs, fc.constantFrom(...careerZooms), (jobs, zoom) => {
      const shown = careerAxis(zoom, asOf, now - 400)
      const bar = careerBar(
        drawn(jobs, (at) => `Company ${at % 3}`),
        asOf,
      )
      for (const { x, y, width, height } of Object.values(barPaths(bar, shown)).flatMap(boxes)) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(width).toBeGreaterThan(0)
        expect(x + width).toBeLessThanOrEqual(shown.to - shown.from)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y + height).toBeLessThanOrEqual(barHeight + 0.02)
      }
    }),
  )
})

test('every month that a job covers is drawn, and no bar covers another', () => {
  fc.assert(
    fc.property(manyJobs, (jobs) => {
      const bar = careerBar(
        drawn(jobs, (at) => `Company ${at % 3}`),
        asOf,
      )
      const wide = careerAxis('all', asOf, now - 600)
      const pieces = Object.values(barPaths(bar, wide)).flatMap(boxes)
      for (const { first, last } of jobs) {
        for (const month of [first, last]) {
          const at = month - wide.from
          expect(pieces.some(({ x, width }) => x <= at && at < x + width)).toBe(true)
        }
      }
      for (const [at, a] of pieces.entries()) {
        for (const b of pieces.slice(at + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y !== b.y
          expect(apart).toBe(true)
        }
      }
    }),
  )
})

test('the order of the jobs given does not change the drawing', () => {
  fc.assert(
    fc.property(manyJobs, (jobs) => {
      const experiences = drawn(jobs, (at) => `Company ${at % 3}`)
      const forwards = barPaths(careerBar(experiences, asOf), axis)
      const backwards = barPaths(careerBar(experiences.toReversed(), asOf), axis)
      const area = (path: string) => boxes(path).reduce((sum, { width }) => sum + width, 0)
      for (const kind of Object.keys(forwards) as (keyof typeof forwards)[]) {
        expect(area(backwards[kind])).toBe(area(forwards[kind]))
      }
    }),
  )
})

test('pointing at a month names the jobs of that month, latest first', () => {
  const bar = careerBar(
    career([{ dates: '6/2021 - Present', company: 'Mossgrove' }, { dates: '1/2020 - 12/2022' }]),
    asOf,
  )
  expect(jobsAt(bar, 2021 * 12 + 8)).toEqual([0, 1])
  expect(jobsAt(bar, 2020 * 12)).toEqual([1])
  expect(jobsAt(bar, 2019 * 12)).toEqual([])
})

test('an axis ends with the month of the list, and begins as far back as was asked', () => {
  expect(careerAxis(5, asOf, null)).toEqual({ from: now + 1 - 60, to: now + 1 })
  expect(careerAxis('all', asOf, 2009 * 12 + 5)).toEqual({ from: 2009 * 12, to: now + 1 })
  expect(careerAxis('all', asOf, null)).toEqual({ from: now + 1 - 120, to: now + 1 })
  const long = careerAxis('all', asOf, 1901 * 12)
  expect(long.to - long.from).toBe(720)
})

test('the years on an axis are few, in it, and in order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...careerZooms), fc.integer({ min: 1900, max: 2026 }), (zoom, year) => {
      const shown = careerAxis(zoom, asOf, year * 12)
      const ticks = axisTicks(shown)
      expect(ticks.length).toBeLessThanOrEqual(7)
      const places = ticks.map(({ month }) => placeOnAxis(shown, month))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places.every((place) => place > 0 && place < 1)).toBe(true)
    }),
  )
})

test('who hears a career hears its jobs, latest first, and what could not be read', () => {
  const words = describeCareer(
    career([
      { dates: '1/2020 - 12/2020', title: 'Apprentice', company: 'Ashby' },
      { dates: '2/2024 - Present', title: 'Head gardener' },
      { dates: 'Season 21' },
    ]),
    asOf,
  )
  expect(words).toBe(
    'Head gardener at Fernhill, 2/2024 - Present, 2 yr 10 mo; Apprentice at Ashby, 1/2020 - 12/2020, 1 yr; 1 without readable dates',
  )
  expect(describeCareer([], asOf)).toBe('No jobs listed')
})
