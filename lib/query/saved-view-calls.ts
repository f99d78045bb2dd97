import type { SavedViewPatch, SavedViewRequest } from '@/lib/contracts/saved-views'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { call, json } from './http'

const ofViews = contractsIn(() => import('@/lib/contracts/saved-views'))

function ofJob({ jobId, account }: JobRef, more: Record<string, string> = {}): string {
  const search = new URLSearchParams({ job: jobId, ...(account === null ? {} : { account }), ...more })
  return `/api/views?${search}`
}

/** Calls about saved views. Each throws `ProblemError`, or the abort reason of its signal. */
export const savedViewCalls = {
  list: (ref: JobRef, signal?: AbortSignal) => call(ofViews('savedViewList'), ofJob(ref), { signal }),
  count: (ref: JobRef, signal?: AbortSignal) =>
    call(ofViews('savedViewList'), ofJob(ref, { counts: '1' }), { signal }),
  save: (ref: JobRef, request: SavedViewRequest) =>
    call(ofViews('savedView'), ofJob(ref), { ...json(request), method: 'POST' }),
  patch: (id: string, patch: SavedViewPatch) =>
    call(ofViews('savedView'), `/api/views/${id}`, { ...json(patch), method: 'PATCH' }),
  remove: (id: string) =>
    call(async () => (await import('@/lib/contracts/people')).done, `/api/views/${id}`, { method: 'DELETE' }),
}
