import { expect, test } from 'vitest'
import { readCareer, type WrittenExperience } from '@/lib/domain/career'
import { asOf } from './careers'

const job = (dateRange: string | null): WrittenExperience => ({
  title: 'Gardener',
  company: 'Fernhill',
  companyUrl: null,
  dateRange,
  description: null,
})

test('a career keeps the order and the words it was sent with, and gains what its dates tell', () => {
  const written = [job('1/2020 - 12/2020'), job('2025 - Present'), job('a while ago'), job(null)]
  const { experiences, totalMonths, totalMonthsMax } = readCareer(written, asOf)
  expect(experiences).toEqual([
    {
      ...written[0],
      start: { y: 2020, m: 1 },
      end: { y: 2020, m: 12 },
      current: false,
      months: 12,
      monthsMax: 12,
    },
    { ...written[1], start: { y: 2025, m: null }, end: null, current: true, months: 12, monthsMax: 23 },
    { ...written[2], start: null, end: null, current: false, months: null, monthsMax: null },
    { ...written[3], start: null, end: null, current: false, months: null, monthsMax: null },
  ])
  expect([totalMonths, totalMonthsMax]).toEqual([24, 35])
})

test('someone without jobs, or without dates that tell, has no total', () => {
  const untold = { totalMonths: null, totalMonthsMax: null, asOf }
  expect(readCareer([], asOf)).toEqual({ experiences: [], ...untold })
  expect(readCareer([job('3/2020 -')], asOf)).toMatchObject(untold)
})
