import type { Job } from '@/lib/contracts/job'
import type { Month } from '@/lib/contracts/month'
import type { Offers } from '@/lib/contracts/offers'

/** What has changed for a reader of a job without changes. */
export const noNews: Job['sinceVisit'] = { new: 0, rerated: 0 }

/** Nothing can be bought, or nobody knows at what price. */
export const noOffers: Offers = { next: null, check: null, complete: null, refresh: null }

/**
 * A job that is not in the store.
 * @param asOf the month that counts as now
 */
export const unopenedJob = (
  { account, jobId }: Pick<Job, 'account' | 'jobId'>,
  asOf: Month,
  offers: Offers,
): Job => ({
  jobId,
  account,
  label: null,
  total: null,
  stored: 0,
  fetchedAt: null,
  status: 'empty',
  careerFrom: null,
  hasApplied: false,
  hasEducation: false,
  hasCriteria: false,
  asOf,
  gone: 0,
  missing: null,
  revision: 0,
  offers,
  sinceVisit: noNews,
})
