import type { BulkCounts, BulkDecisionRequest } from '@/lib/contracts/decisions'
import type { BulkNextActionRequest } from '@/lib/contracts/notes'
import type { BulkTagsRequest } from '@/lib/contracts/tags'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { decisionCalls } from './decisions'
import { call, json } from './http'

/** What would become of many, without deciding about them. Throws `ProblemError`. */
export async function previewBulk(
  ref: JobRef,
  request: Pick<BulkDecisionRequest, 'decision' | 'applicationIds' | 'view'>,
): Promise<BulkCounts> {
  const { counts } = await decisionCalls.decideMany(ref, { ...request, dryRun: true })
  return counts
}

const ofTags = contractsIn(() => import('@/lib/contracts/tags'))

/** Adds tags to many, or takes them away. Throws `ProblemError`. */
export const tagMany = (ref: JobRef, request: BulkTagsRequest) =>
  call(ofTags('bulkTagsAnswer'), api(ref, '/tags'), { ...json(request), method: 'POST' })

/** The team's tags. Throws `ProblemError`. */
export const listTags = (signal?: AbortSignal) => call(ofTags('teamTagList'), '/api/tags', { signal })

const ofNotes = contractsIn(() => import('@/lib/contracts/notes'))

/** Sets a next action for many who have none. Throws `ProblemError`. */
export const setNextActions = (ref: JobRef, request: BulkNextActionRequest) =>
  call(ofNotes('bulkNextActionAnswer'), api(ref, '/next-actions'), {
    ...json(request),
    method: 'POST',
  })

/** Takes those away that nobody changed since. Throws `ProblemError`. */
export const undoNextActions = (ref: JobRef, changeId: string) =>
  call(ofNotes('nextActionUndo'), api(ref, `/next-actions/${changeId}`), {
    method: 'DELETE',
  })
