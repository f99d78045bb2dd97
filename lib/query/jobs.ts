import { infiniteQueryOptions } from '@tanstack/react-query'
import type { JobList } from '@/lib/contracts/job'
import type { SeenRows } from '@/lib/contracts/visit'
import type { JobRef } from '@/lib/url/paths'
import { answer } from './answers'
import { api, toSearch } from './bff'
import { call, json } from './http'
import { keys } from './options'

/** Calls about jobs that no page of one job needs at first. Each throws `ProblemError`, or the abort reason of its signal. */
export const jobCalls = {
  /** What the reader says that they have seen. */
  markSeen: (ref: JobRef, seen: SeenRows) =>
    call(answer('visited'), api(ref, '/visits'), { ...json(seen), method: 'POST', keepalive: true }),
  jobs: (find: string, cursor: string | null, signal?: AbortSignal) =>
    call(answer('jobList'), `/api/jobs${toSearch({ q: find, cursor })}`, { signal }),
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
