import { queryOptions } from '@tanstack/react-query'
import type { SavedViewList, SavedViewPatch, SavedViewRequest } from '@/lib/contracts/saved-views'
import type { JobRef } from '@/lib/url/paths'
import { call, json } from './http'

const load = () => import('@/lib/contracts/saved-views')

/** What begins the key of every query about the views of a job: those who look at it hear when they change. */
export const savedViewKeys = ({ account, jobId }: JobRef) => ['views', account, jobId] as const

function ofJob({ jobId, account }: JobRef, more: Record<string, string> = {}): string {
  const search = new URLSearchParams({ job: jobId, ...(account === null ? {} : { account }), ...more })
  return `/api/views?${search}`
}

/** Calls about saved views. Each throws `ProblemError`, or the abort reason of its signal. */
export const savedViewCalls = {
  list: (ref: JobRef, signal?: AbortSignal) =>
    call(async () => (await load()).savedViewList, ofJob(ref), { signal }),
  count: (ref: JobRef, signal?: AbortSignal) =>
    call(async () => (await load()).savedViewList, ofJob(ref, { counts: '1' }), { signal }),
  save: (ref: JobRef, request: SavedViewRequest) =>
    call(async () => (await load()).savedView, ofJob(ref), { ...json(request), method: 'POST' }),
  patch: (id: string, patch: SavedViewPatch) =>
    call(async () => (await load()).savedView, `/api/views/${id}`, { ...json(patch), method: 'PATCH' }),
  remove: (id: string) =>
    call(async () => (await import('@/lib/contracts/people')).done, `/api/views/${id}`, { method: 'DELETE' }),
}

/** The views of a job that the reader has, without counts. */
export const savedViewsQuery = (ref: JobRef, fetchViews: (signal?: AbortSignal) => Promise<SavedViewList>) =>
  queryOptions({
    queryKey: [...savedViewKeys(ref), 'list'],
    queryFn: ({ signal }) => fetchViews(signal),
  })
