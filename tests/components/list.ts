import type { FetchResult } from '@/lib/contracts/fetch'
import type { ListedJob } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import { ProblemError } from '@/lib/query/http'
import { month } from './people'

export const jobRef = { jobId: '4100000419', account: null }

const offer = (rows: number) => ({ rows, credits: Math.ceil(rows / 10), resumes: false })

/** A list of which 50 of 150 are loaded. */
export const listedJob = (facts: Partial<ListedJob> = {}): ListedJob => ({
  jobId: jobRef.jobId,
  account: 'main',
  label: null,
  total: 150,
  stored: 50,
  fetchedAt: '2026-11-15T10:35:00.000Z',
  status: 'partial',
  careerFrom: null,
  hasApplied: false,
  hasEducation: false,
  hasCriteria: false,
  asOf: month,
  gone: 0,
  missing: 100,
  revision: 1,
  offers: { next: offer(50), check: offer(10), complete: offer(100), refresh: offer(150) },
  sinceVisit: { new: 0, rerated: 0 },
  spent: 5,
  held: 0,
  new: 0,
  ...facts,
})

/** What a load of 50 came to, for 5 credits. */
export function bought(
  facts: Partial<FetchResult> = {},
  list: Partial<FetchResult['list']> = {},
): FetchResult {
  const { offers } = listedJob()
  return {
    fetch: {
      ...{ id: 'f1', kind: 'next', state: 'settled', offset: 50, count: 50 },
      ...{ quoted: 5, consumed: 5, code: null },
    },
    ...{ spent: 5, lastCall: 'charged' },
    list: {
      ...{ stored: 100, total: 150, status: 'partial', missing: 50, new: 50, changed: 0, gone: 0 },
      ...{ revision: 2, offers },
      ...list,
    },
    ...facts,
  }
}

/** An answer of the server that refuses. */
export const refused = (code: string, facts: Partial<Problem> = {}) =>
  new ProblemError({
    ...{ type: 'about:blank', title: `It was ${code}`, status: 502, code, detail: 'Do something.' },
    ...facts,
  })
