import { infiniteQueryOptions } from '@tanstack/react-query'
import type { JobList, JobPatch } from '@/lib/contracts/job'
import type { JobRef } from '@/lib/url/paths'
import { api, shape, toSearch } from './bff'
import { call, json } from './http'
import { keys } from './options'

export const jobCalls = {
  list: (find: string, cursor: string | null, signal?: AbortSignal) =>
    call(shape('jobList'), `/api/jobs${toSearch({ q: find, cursor })}`, { signal }),
  patch: (ref: JobRef, patch: JobPatch) =>
    call(shape('job'), api(ref, ''), { ...json(patch), method: 'PATCH' }),
}

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
