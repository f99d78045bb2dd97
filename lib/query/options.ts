import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CandidateHistory, CandidatePage } from '@/lib/contracts/candidate'
import type { CreditMeter } from '@/lib/contracts/credits'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { RunningFetch } from '@/lib/contracts/fetch'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import type { PageStart } from '@/lib/contracts/page-start'

export const pageSize = 30

export const keys = {
  jobs: ['jobs'] as const,
  credits: ['credits'] as const,
  creditMeter: ['credits', 'meter'] as const,
  job: ({ account, jobId }: JobRef) => ['job', account, jobId] as const,
  candidates: (ref: JobRef) => [...keys.job(ref), 'candidates'] as const,
  facets: (ref: JobRef) => [...keys.job(ref), 'facets'] as const,
  // No part of the job's: new rows do not change it.
  running: ({ account, jobId }: JobRef) => ['running', account, jobId] as const,
  candidate: (ref: JobRef, applicationId: string) => [...keys.job(ref), 'candidate', applicationId] as const,
}

type Fetch<T> = (signal?: AbortSignal) => Promise<T>

/**
 * The pages of one view, both ways from where it was entered: the top, a candidate (`around`) or a row number (`at`).
 * The server passes the service as `fetchPage`, the browser passes HTTP.
 */
export const candidatesQuery = (
  ref: JobRef,
  view: View,
  start: PageStart,
  fetchPage: (start: PageStart, limit: number, signal?: AbortSignal) => Promise<CandidatePage>,
) =>
  infiniteQueryOptions({
    queryKey: [...keys.candidates(ref), view, start],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, pageSize, signal),
    initialPageParam: start,
    getNextPageParam: (last): PageStart | undefined =>
      last.nextCursor === null ? undefined : { cursor: last.nextCursor },
    getPreviousPageParam: (first): PageStart | undefined =>
      first.prevCursor === null ? undefined : { cursor: first.prevCursor },
  })

/** One facet of a view. @param facets what begins the key of every count @param find a text that its values must have; '' for any */
export const facetQuery = (
  facets: readonly unknown[],
  view: View,
  facet: FacetKey,
  find: string,
  fetchFacet: Fetch<Facets>,
) =>
  queryOptions({
    // Sorting does not change a count.
    queryKey: [...facets, facet, find, { ...view, sort: [] }],
    queryFn: ({ signal }) => fetchFacet(signal),
  })

/** How many were decided about. With the counts of filters, which change with the same. */
export const decidedQuery = (ref: JobRef, fetchJob: Fetch<Job>) =>
  queryOptions({
    queryKey: [...keys.facets(ref), 'decided'],
    queryFn: async ({ signal }) => (await fetchJob(signal)).decided ?? null,
  })

/** What opens with a person beside what their row has. */
export const historyQuery = (ref: JobRef, applicationId: string, fetchHistory: Fetch<CandidateHistory>) =>
  queryOptions({
    queryKey: keys.candidate(ref, applicationId),
    queryFn: ({ signal }) => fetchHistory(signal),
  })

/** Whether the list is being read page by page by anybody. */
export const runningFetchQuery = (ref: JobRef, fetchRunning: Fetch<RunningFetch>) =>
  queryOptions({
    queryKey: keys.running(ref),
    queryFn: ({ signal }) => fetchRunning(signal),
    staleTime: 10_000,
  })

/** What the header shows of today's credits, and what scrolling has used of its own. */
export const creditMeterQuery = (fetchMeter: Fetch<CreditMeter>) =>
  queryOptions({
    queryKey: keys.creditMeter,
    queryFn: ({ signal }) => fetchMeter(signal),
  })
