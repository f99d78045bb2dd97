import { queryOptions } from '@tanstack/react-query'
import type { SavedViewList } from '@/lib/contracts/saved-views'
import type { JobRef } from '@/lib/url/paths'

/** What begins the key of every query about the views of a job: those who look at it hear when they change. */
export const savedViewKeys = ({ account, jobId }: JobRef) => ['views', account, jobId] as const

/** The views of a job that the reader has, without counts. */
export const savedViewsQuery = (ref: JobRef, fetchViews: (signal?: AbortSignal) => Promise<SavedViewList>) =>
  queryOptions({
    queryKey: [...savedViewKeys(ref), 'list'],
    queryFn: ({ signal }) => fetchViews(signal),
  })
