import { infiniteQueryOptions } from '@tanstack/react-query'
import type { JobList } from '@/lib/contracts/job'
import { keys } from './options'

/** The jobs with a text in their name or id, '' for all, last used first, page by page. */
export const jobsQuery = (
  find: string,
  fetchJobs: (cursor: string | null, signal?: AbortSignal) => Promise<JobList>,
) =>
  infiniteQueryOptions({
    queryKey: [...keys.jobs, find],
    queryFn: ({ pageParam, signal }) => fetchJobs(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
