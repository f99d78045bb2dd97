import type { ListedJob } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import type { JobRef } from '@/lib/url/paths'

export type Check = { job: ListedJob; ref: JobRef }

/** What the cheapest check found: how many it brought, how many more the provider counts, and who changed. */
export type Found = { new: number; applied: number; changed: number }

export type CheckOutcome =
  { state: 'checking' } | { state: 'checked'; found: Found } | { state: 'failed'; problem: Problem }

export type CheckRun = {
  state: 'running' | 'stopping' | 'over'
  /** Jobs answered, whatever the answer, of so many. */
  done: number
  of: number
  /** Credits, as the answers state them. */
  spent: number
  /** Credits of answers that were lost. */
  risked: number
  new: number
  failed: number
  /** Why it ended before its end: the reader's press, or what would have failed every other job too. */
  stopped: 'reader' | Problem | null
}

export const newCheckRun = (of: number): CheckRun => ({
  state: 'running',
  done: 0,
  of,
  spent: 0,
  risked: 0,
  new: 0,
  failed: 0,
  stopped: null,
})

/** What checking a job costs at most. */
export const checkCredits = ({ offers }: Pick<ListedJob, 'offers'>) => offers.check?.credits ?? 0

export const jobKey = ({ account, jobId }: Pick<ListedJob, 'account' | 'jobId'>) => `${account} ${jobId}`
