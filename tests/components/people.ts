import type { Candidate } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { readCareer } from '@/lib/domain/career'

export const asOf = '2026-11-15T10:35:00.000Z'
export const month: Month = { y: 2026, m: 11 }

export type Job = {
  title?: string | null
  company?: string | null
  dates?: string | null
  companyUrl?: string | null
  description?: string | null
}

/** An invented applicant with these jobs, read as the server reads them. */
export function applicant(jobs: readonly Job[], facts: Partial<Candidate> = {}): Candidate {
  const career = readCareer(
    jobs.map(({ title = 'Gardener', company = 'Fernhill', dates = null, ...rest }) => ({
      title,
      company,
      dateRange: dates,
      companyUrl: rest.companyUrl ?? null,
      description: rest.description ?? null,
    })),
    month,
  )
  return {
    applicationId: '900001',
    position: 0,
    rating: 'UNRATED',
    isTopChoice: null,
    topChoiceMessage: null,
    firstName: 'Ada',
    lastName: 'Quillfeather',
    fullName: 'Ada Quillfeather',
    headline: null,
    publicIdentifier: null,
    profileUrl: null,
    location: null,
    education: [],
    appliedAt: null,
    unreadable: false,
    firstSeenAt: asOf,
    goneAt: null,
    ...career,
    ...facts,
  }
}
