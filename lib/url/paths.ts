import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { viewToSearch } from './view'

/** A job of one account. `account` is null for the default account, which URLs leave out. */
export type JobRef = { jobId: string; account: string | null }

/** A path with the account of a job and a view as its query. */
export function withSearch(
  path: string,
  { account }: Pick<JobRef, 'account'>,
  view: View = emptyView,
): string {
  const search = viewToSearch(view)
  if (account === null) return `${path}${search}`
  return `${path}${search === '' ? '?' : `${search}&`}account=${encodeURIComponent(account)}`
}

/** The page of a job, seen through a view. */
export const jobPath = (job: JobRef, view?: View) => withSearch(`/jobs/${job.jobId}`, job, view)

/** The same, to be sent to others: without filters it says so, or a default of its reader would open instead. */
export const sharedJobPath = (job: JobRef, view: View): string => {
  const path = jobPath(job, view)
  if (viewToSearch(view) !== '') return path
  return `${path}${path.includes('?') ? '&' : '?'}view=all`
}

/** The same list with one candidate open. */
export const candidatePath = (job: JobRef, applicationId: string, view?: View) =>
  withSearch(`/jobs/${job.jobId}/candidates/${encodeURIComponent(applicationId)}`, job, view)

/** One person of a view at a time. @param at who is shown; the first who is open where null */
export const triagePath = (job: JobRef, view?: View, at: string | null = null): string => {
  const path = withSearch(`/jobs/${job.jobId}/triage`, job, view)
  return at === null ? path : `${path}${path.includes('?') ? '&' : '?'}at=${encodeURIComponent(at)}`
}

/** The same address, with the saved view that it began from. @param id null for none */
export const withSavedView = (path: string, id: string | null): string =>
  id === null ? path : `${path}${path.includes('?') ? '&' : '?'}view=${encodeURIComponent(id)}`
