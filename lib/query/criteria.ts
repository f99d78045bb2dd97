import { queryOptions } from '@tanstack/react-query'
import type {
  Checklist,
  CriteriaRequest,
  CriterionDraft,
  JobCriteria,
  OverruleRequest,
} from '@/lib/contracts/criteria'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const ofCriteria = contractsIn(() => import('@/lib/contracts/criteria'))
const send = (method: string, body: unknown): RequestInit => ({ ...json(body), method })
const person = (ref: JobRef, applicationId: string, rest: string) =>
  api(ref, `/candidates/${encodeURIComponent(applicationId)}/criteria${rest}`)

/** The criteria of a job, and what they find about people. Each throws `ProblemError`. */
export const criteriaCalls = {
  show: (ref: JobRef, signal?: AbortSignal) =>
    call(ofCriteria('jobCriteria'), api(ref, '/criteria'), { signal }),
  save: (ref: JobRef, request: CriteriaRequest) =>
    call(ofCriteria('jobCriteria'), api(ref, '/criteria'), send('PUT', request)),
  try: (ref: JobRef, draft: CriterionDraft) =>
    call(ofCriteria('criterionTrial'), api(ref, '/criteria/trial'), send('POST', draft)),
  checklist: (ref: JobRef, applicationId: string, signal?: AbortSignal) =>
    call(ofCriteria('checklist'), person(ref, applicationId, ''), { signal }),
  overrule: (ref: JobRef, applicationId: string, criterionId: string, request: OverruleRequest) =>
    call(ofCriteria('checklist'), person(ref, applicationId, `/${criterionId}`), send('PUT', request)),
}

/** The criteria of a job; the server passes the service. */
export const criteriaQuery = (ref: JobRef, fetch: (signal?: AbortSignal) => Promise<JobCriteria>) =>
  queryOptions({ queryKey: [...keys.job(ref), 'criteria'], queryFn: ({ signal }) => fetch(signal) })

/** The checklist of somebody. */
export const checklistQuery = (
  ref: JobRef,
  applicationId: string,
  fetch: (signal?: AbortSignal) => Promise<Checklist>,
) =>
  queryOptions({
    queryKey: [...keys.candidate(ref, applicationId), 'criteria'],
    queryFn: ({ signal }) => fetch(signal),
  })
