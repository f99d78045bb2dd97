import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Experience } from '@/lib/contracts/candidate'
import { readCareer } from '@/lib/domain/career'
import type { DateReading } from '@/lib/domain/date-range'
import { buildTimeline, type Timeline } from '@/lib/domain/timeline'
import { asOf, exactJob, looseJob, monthsCovered, type TrueJob, untoldReading } from './careers'

type Written = { company?: string | null; title?: string; dates: string | null; url?: string | null }
const career = (jobs: Written[]): Experience[] =>
  readCareer(
    jobs.map(({ company = 'Fernhill', title = 'Gardener', dates, url = null }) => ({
      title,
      company,
      companyUrl: url,
      dateRange: dates,
      description: null,
    })),
    asOf,
  ).experiences

/** One line per item, as a reader would tell it. */
const told = ({ items }: Timeline): string[] =>
  items.map((item) =>
    item.kind === 'gap'
      ? `gap ${item.months.min}-${item.months.max}`
      : `${item.company}: ${item.roles.map(({ experience }) => experience.dateRange).join(' | ')}`,
  )
const timelineOf = (...jobs: Written[]) => buildTimeline(career(jobs), asOf)

test('newest first, whatever order was sent, with the time between jobs', () => {
  const timeline = timelineOf(
    { company: 'Mossgrove', dates: '1/2020 - 12/2021' },
    { company: 'Tallow', dates: '1/2026 - Present' },
    { company: 'Fernhill', dates: '3/2022 - 7/2025' },
  )
  expect(told(timeline)).toEqual([
    'Tallow: 1/2026 - Present',
    'gap 5-5',
    'Fernhill: 3/2022 - 7/2025',
    'gap 2-2',
    'Mossgrove: 1/2020 - 12/2021',
  ])
  expect(timeline).toMatchObject({ gapMonths: 7, overlapMonths: 0, unparsed: 0, uncertain: false })
})

test('consecutive roles at one company stand together, however its name is written', () => {
  const timeline = timelineOf(
    { company: 'Café Nord', dates: '1/2022 - 12/2023' },
    { company: 'CAFE NORD', dates: '1/2020 - 12/2021', url: 'https://cafe-nord.example/' },
    { company: 'Mossgrove', dates: '1/2018 - 12/2019' },
    { company: 'Café Nord', dates: '1/2016 - 12/2017' },
  )
  expect(told(timeline)).toEqual([
    'Café Nord: 1/2022 - 12/2023 | 1/2020 - 12/2021',
    'Mossgrove: 1/2018 - 12/2019',
    'Café Nord: 1/2016 - 12/2017',
  ])
  expect(timeline.items[0]).toMatchObject({
    months: { min: 48, max: 48 },
    companyUrl: 'https://cafe-nord.example/',
  })
})

test('jobs without a company are not taken for one company', () => {
  expect(
    told(
      timelineOf({ company: null, dates: '1/2020 - 12/2020' }, { company: null, dates: '1/2019 - 12/2019' }),
    ),
  ).toEqual(['null: 1/2020 - 12/2020', 'null: 1/2019 - 12/2019'])
})

test('a return to the same company after a break shows the break', () => {
  expect(told(timelineOf({ dates: '1/2024 - 12/2024' }, { dates: '1/2022 - 12/2022' }))).toEqual([
    'Fernhill: 1/2024 - 12/2024',
    'gap 12-12',
    'Fernhill: 1/2022 - 12/2022',
  ])
})

test('two jobs at once say for how long, and no gap hides inside a longer job', () => {
  const timeline = timelineOf(
    { company: 'Tallow', dates: '1/2024 - 12/2024' },
    { company: 'Mossgrove', dates: '1/2020 - 6/2024' },
    { company: 'Fernhill', dates: '1/2021 - 2/2021' },
  )
  expect(timeline.items.map(({ kind }) => kind)).toEqual(['company', 'company', 'company'])
  expect(
    timeline.items.flatMap((item) =>
      item.kind === 'company' ? item.roles.map((role) => role.overlapMonths) : [],
    ),
  ).toEqual([6, 8, 2])
  expect(timeline).toMatchObject({ overlapMonths: 8, gapMonths: 0, total: { min: 60, max: 60 } })
})

test('years alone make the total a range, and claim no gap or overlap that may not be', () => {
  const timeline = timelineOf(
    { company: 'Tallow', dates: '2022 - 2023' },
    { company: 'Mossgrove', dates: '2020 - 2022' },
  )
  expect(timeline).toMatchObject({ gapMonths: 0, overlapMonths: 0, uncertain: true })
  expect(
    told(timelineOf({ company: 'Tallow', dates: '2023' }, { company: 'Mossgrove', dates: '2020' }))[1],
  ).toBe('gap 24-46')
})

test('a job without readable dates stays below the one it was sent below, and is left out of the sum', () => {
  const timeline = timelineOf(
    { company: 'Untold', dates: 'a while ago' },
    { company: 'Mossgrove', dates: '1/2018 - 12/2019' },
    { company: 'Odd', dates: null },
    { company: 'Tallow', dates: '1/2020 - 12/2020' },
  )
  expect(told(timeline)).toEqual([
    'Untold: a while ago',
    'Tallow: 1/2020 - 12/2020',
    'Mossgrove: 1/2018 - 12/2019',
    'Odd: ',
  ])
  expect(timeline).toMatchObject({ unparsed: 2, total: { min: 36, max: 36 } })
})

test('nobody’s career is an empty one', () => {
  expect(buildTimeline([], asOf)).toEqual({
    items: [],
    total: null,
    unparsed: 0,
    overlapMonths: 0,
    gapMonths: 0,
    uncertain: false,
  })
})

const experienceOf = (reading: DateReading, company: string | null): Experience => ({
  title: null,
  company,
  companyUrl: null,
  dateRange: null,
  description: null,
  months: null,
  monthsMax: null,
  ...reading,
})
const company = fc.constantFrom('Tallow', 'TALLOW', 'Mossgrove', null)
const rolesOf = ({ items }: Timeline) => items.flatMap((item) => (item.kind === 'company' ? item.roles : []))

test('every job appears exactly once', () => {
  const reading = fc.oneof(
    looseJob.map((job) => job.reading),
    untoldReading,
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(reading, company), { maxLength: 10 }), (jobs) => {
      const experiences = jobs.map(([dates, name]) => experienceOf(dates, name))
      const shown = rolesOf(buildTimeline(experiences, asOf)).map(({ experience }) => experience)
      expect(shown).toHaveLength(experiences.length)
      expect(new Set(shown)).toEqual(new Set(experiences))
    }),
  )
})

function timelineOfTrue(jobs: readonly (readonly [TrueJob, string | null])[]) {
  const truth = new Map<Experience, TrueJob>(
    jobs.map(([job, name]) => [experienceOf(job.reading, name), job]),
  )
  return { truth, timeline: buildTimeline([...truth.keys()], asOf) }
}
function exactly(jobs: readonly TrueJob[]) {
  const months = monthsCovered(jobs)
  const covered = new Set(months)
  const twice = new Set(months.filter((month, at) => months.indexOf(month) !== at))
  const span = Math.max(...months) - Math.min(...months) + 1
  return { overlap: twice.size, gap: span - covered.size }
}

test('where every month is written, gaps and overlaps are exact', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(exactJob, company), { minLength: 1, maxLength: 7 }), (jobs) => {
      const { timeline } = timelineOfTrue(jobs)
      const { overlap, gap } = exactly(jobs.map(([job]) => job))
      expect(timeline).toMatchObject({ overlapMonths: overlap, gapMonths: gap, uncertain: false })
    }),
  )
})

test('whatever months the years stood for, no gap or overlap is claimed that was not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(looseJob, company), { minLength: 1, maxLength: 7 }), (jobs) => {
      const { truth, timeline } = timelineOfTrue(jobs)
      const { overlap, gap } = exactly(jobs.map(([job]) => job))
      expect(timeline.overlapMonths).toBeLessThanOrEqual(overlap)
      expect(timeline.gapMonths).toBeLessThanOrEqual(gap)
      timeline.items.forEach((item, at) => {
        if (item.kind !== 'gap') return
        const trueOf = (items: Timeline['items']) =>
          rolesOf({ ...timeline, items }).flatMap(({ experience }) => truth.get(experience) ?? [])
        const began = Math.min(...trueOf(timeline.items.slice(0, at)).map(({ first }) => first))
        const ended = Math.max(...trueOf(timeline.items.slice(at + 1)).map(({ last }) => last))
        expect(began - ended - 1).toBeGreaterThanOrEqual(item.months.min)
        expect(began - ended - 1).toBeLessThanOrEqual(item.months.max)
      })
    }),
    { numRuns: 500 },
  )
})
