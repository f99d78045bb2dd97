import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { readDateRange } from './date-range'
import { toMonths, totalMonths } from './tenure'

/** A job as the applicant wrote it, cleaned. */
export type WrittenExperience = Pick<
  Experience,
  'title' | 'company' | 'companyUrl' | 'dateRange' | 'description'
>

export type Career = {
  experiences: Experience[]
  totalMonths: number | null
  totalMonthsMax: number | null
  asOf: Month
}

/**
 * Reads the dates of a career. The order stays as given.
 * @param asOf the month up to which a current job counts
 */
export function readCareer(written: readonly WrittenExperience[], asOf: Month): Career {
  const readings = written.map(({ dateRange }) => readDateRange(dateRange))
  const experiences = written.map((job, at): Experience => {
    const reading = readings[at] ?? null
    const months = reading && toMonths(reading, asOf)
    return {
      ...job,
      start: reading?.start ?? null,
      end: reading?.end ?? null,
      current: reading?.current ?? false,
      months: months?.min ?? null,
      monthsMax: months?.max ?? null,
    }
  })
  const total = totalMonths(
    readings.filter((reading) => reading !== null),
    asOf,
  )
  return { experiences, totalMonths: total?.min ?? null, totalMonthsMax: total?.max ?? null, asOf }
}
