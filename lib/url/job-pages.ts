import type { View } from '@/lib/contracts/view'
import { type JobRef, withSearch } from './paths'

/** How the decisions about a job are spread. */
export const fairnessPath = (job: JobRef) => withSearch(`/jobs/${job.jobId}/fairness`, job)

/** The second opinions of a job, and one of them. */
export const secondOpinionsPath = (job: JobRef) => withSearch(`/jobs/${job.jobId}/second-opinions`, job)
export const secondOpinionPath = (job: JobRef, opinionId: string) =>
  withSearch(`/jobs/${job.jobId}/second-opinions/${encodeURIComponent(opinionId)}`, job)

/** A guest's view of a job. */
export const sharePath = (token: string) => `/s/${token}`

/** Where the criteria of a job are set. */
export const criteriaPath = (job: JobRef): string => withSearch(`/jobs/${job.jobId}/criteria`, job)

/** The notice to a job's applicants about what is kept of them. */
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
