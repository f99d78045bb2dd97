import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { viewToSearch } from './view'

/** A job of one account. `account` is null for the default account, which URLs leave out. */
export type JobRef = { jobId: string; account: string | null }

function withSearch(path: string, { account }: Pick<JobRef, 'account'>, view: View = emptyView): string {
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

/** How the decisions about a job are spread. */
export const fairnessPath = (job: JobRef) => withSearch(`/jobs/${job.jobId}/fairness`, job)

/** The second opinions of a job, and one of them. */
export const secondOpinionsPath = (job: JobRef) => withSearch(`/jobs/${job.jobId}/second-opinions`, job)
export const secondOpinionPath = (job: JobRef, opinionId: string) =>
  withSearch(`/jobs/${job.jobId}/second-opinions/${encodeURIComponent(opinionId)}`, job)

/** A guest's view of a job. */
export const sharePath = (token: string) => `/s/${token}`

/** The same list with one candidate open. */
export const candidatePath = (job: JobRef, applicationId: string, view?: View) =>
  withSearch(`/jobs/${job.jobId}/candidates/${encodeURIComponent(applicationId)}`, job, view)

/** Where the criteria of a job are set. */
export const criteriaPath = (job: JobRef): string => withSearch(`/jobs/${job.jobId}/criteria`, job)

/** One person of a view at a time. @param at who is shown; the first who is open where null */
export const triagePath = (job: JobRef, view?: View, at: string | null = null): string => {
  const path = withSearch(`/jobs/${job.jobId}/triage`, job, view)
  return at === null ? path : `${path}${path.includes('?') ? '&' : '?'}at=${encodeURIComponent(at)}`
}

/** The same address, with the saved view that it began from. @param id null for none */
export const withSavedView = (path: string, id: string | null): string =>
  id === null ? path : `${path}${path.includes('?') ? '&' : '?'}view=${encodeURIComponent(id)}`

/** Where a job's applicants are told what is kept of them. */
export const noticePath = (job: JobRef) => withSearch(`/jobs/${job.jobId}/notice`, job)

type PrintChoice = { notes?: boolean; matrix?: boolean; only?: readonly string[] }

/** A view to be printed, or some people of it. @param choice `matrix` for people by criteria instead of a book */
export const bookPath = (
  job: JobRef,
  view: View,
  { notes = false, matrix = false, only = [] }: PrintChoice = {},
): string => {
  const path = withSearch(`/jobs/${job.jobId}/print`, job, view)
  const more = new URLSearchParams(only.map((id) => ['application', id]))
  if (matrix) more.set('matrix', '1')
  if (notes) more.set('notes', '1')
  return more.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`
}

/** Where what is stored of a candidate is handed out or erased. */
export const privacyPath = ({ jobId, account }: JobRef, applicationId: string): string => {
  const search = new URLSearchParams({ job: jobId, application: applicationId })
  if (account !== null) search.set('account', account)
  return `/settings/privacy?${search}`
}
