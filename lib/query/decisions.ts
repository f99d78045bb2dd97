import type {
  BulkDecisionRequest,
  DecisionRequest,
  OpenedRequest,
  ReasonSettings,
  SuggestionRequest,
} from '@/lib/contracts/decisions'
import { queryOptions } from '@tanstack/react-query'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { ask, call, json } from './http'

const ofDecisions = contractsIn(() => import('@/lib/contracts/decisions'))
const person = (applicationId: string, rest: string) =>
  `/candidates/${encodeURIComponent(applicationId)}/${rest}`

/** Calls about decisions. Each throws `ProblemError`, or the abort reason of its signal. */
export const decisionCalls = {
  decide: (ref: JobRef, applicationId: string, request: DecisionRequest) =>
    call(ofDecisions('decisionAnswer'), api(ref, person(applicationId, 'decision')), {
      ...json(request),
      method: 'PUT',
    }),
  decideMany: (ref: JobRef, request: BulkDecisionRequest) =>
    call(ofDecisions('bulkDecisionAnswer'), api(ref, '/decisions'), {
      ...json(request),
      method: 'POST',
    }),
  undo: (ref: JobRef, changeId: string) =>
    call(ofDecisions('undoAnswer'), api(ref, `/decisions/${changeId}`), { method: 'DELETE' }),
  suggest: (ref: JobRef, applicationId: string, request: SuggestionRequest) =>
    call(ofDecisions('suggestionAnswer'), api(ref, person(applicationId, 'suggestion')), {
      ...json(request),
      method: 'PUT',
    }),
  /** That the reader opened somebody, or for how long. Its answer is not read, and leaving does not stop it. */
  noteOpened: (ref: JobRef, applicationId: string, request: OpenedRequest) =>
    ask(api(ref, person(applicationId, 'opened')), { ...json(request), method: 'POST', keepalive: true }),
  history: (ref: JobRef, applicationId: string, signal?: AbortSignal) =>
    call(ofDecisions('decisionHistory'), api(ref, person(applicationId, 'decisions')), {
      signal,
    }),
  reasons: (signal?: AbortSignal) => call(ofDecisions('reasonSettings'), '/api/reasons', { signal }),
  saveReasons: (settings: ReasonSettings) =>
    call(ofDecisions('reasonSettings'), '/api/reasons', { ...json(settings), method: 'PUT' }),
}

export const reasonsKey = ['reasons'] as const

/** The team's reasons, and whether a rejection needs one. */
export const reasonsQuery = (fetchReasons: (signal?: AbortSignal) => Promise<ReasonSettings>) =>
  queryOptions({ queryKey: reasonsKey, queryFn: ({ signal }) => fetchReasons(signal) })
