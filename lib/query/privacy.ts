import { queryOptions } from '@tanstack/react-query'
import type { JobKeep, JobRetention } from '@/lib/contracts/job'
import type { FoundPerson, PersonRef, PrivacyFacts } from '@/lib/contracts/privacy'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { ask, call, json } from './http'

const ofPrivacy = contractsIn(() => import('@/lib/contracts/privacy'))
const ofJob = contractsIn(() => import('@/lib/contracts/job'))
const shapes = {
  facts: ofPrivacy('privacyFacts'),
  found: ofPrivacy('foundPerson'),
  erasure: ofPrivacy('erasure'),
  job: ofJob('job'),
  deleted: ofJob('jobDeleted'),
}

const post = (body: unknown): RequestInit => ({ ...json(body), method: 'POST' })

/** The calls about what is kept of people. Each throws `ProblemError`. */
export const privacyCalls = {
  facts: (signal?: AbortSignal) => call(shapes.facts, '/api/privacy', { signal }),
  lookUp: (person: PersonRef, signal?: AbortSignal) =>
    call(shapes.found, '/api/person-lookups', { ...post(person), signal }),
  erase: (person: PersonRef) => call(shapes.erasure, '/api/erasures', post(person)),
  /** All that is stored of somebody, as a file. */
  exportData: async (person: PersonRef): Promise<Blob> =>
    (await ask('/api/person-exports', post(person))).blob(),
  keepJob: (ref: JobRef, keep: JobKeep) =>
    call(shapes.job, api(ref, '/keep'), { ...json(keep), method: 'PUT' }),
  setRetention: (ref: JobRef, rule: JobRetention) =>
    call(shapes.job, api(ref, '/retention'), { ...json(rule), method: 'PUT' }),
  unkeepJob: (ref: JobRef) => call(shapes.job, api(ref, '/keep'), { method: 'DELETE' }),
  deleteJob: (ref: JobRef) => call(shapes.deleted, api(ref, ''), { method: 'DELETE' }),
}

export const privacyKey = ['privacy'] as const

/** What is stored of people, for how long, and what goes next. */
export const privacyQuery = (fetchFacts: (signal?: AbortSignal) => Promise<PrivacyFacts>) =>
  queryOptions({ queryKey: [...privacyKey, 'facts'], queryFn: ({ signal }) => fetchFacts(signal) })

/** What is stored of somebody; asked for anew each time, and forgotten with the page. */
export const personQuery = (
  person: PersonRef | null,
  lookUp: (person: PersonRef, signal?: AbortSignal) => Promise<FoundPerson>,
) =>
  queryOptions({
    queryKey: [...privacyKey, 'person', person],
    queryFn: ({ signal }) => (person ? lookUp(person, signal) : null),
    enabled: person !== null,
    staleTime: 0,
    gcTime: 0,
  })
