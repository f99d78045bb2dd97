import 'server-only'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { type Sandbox, sampleJobs } from '@/lib/sandbox/sandbox'
import type { JobRef } from '@/lib/url/paths'
import type { Context } from './context'
import { everyCredit, listCredits } from './credits'
import { cancelFetch, fetchCandidates } from './fetch-candidates'
import { runningFetch } from './follow-fetch'
import { listJobs, openJob, patchJob, showJob } from './jobs'
import {
  candidatePageBytes,
  countFacets,
  listApplicationIds,
  listCandidates,
  showCandidate,
} from './list-candidates'
import { PageBytes } from './page-bytes'
import { quoteFetch } from './quotes'
import { markSeen } from './visits'

// A service without the context it works in, which its caller does not hold.
type Bound<F> = F extends (context: Context, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

const bind = <F extends (context: Context, ...rest: never[]) => unknown>(context: Context, service: F) =>
  ((...rest: never[]) => service(context, ...rest)) as Bound<F>

type Extras = { ping: () => Promise<void>; sandbox: Sandbox | null }

/** What routes and pages may ask for: every use of the store and of the provider goes through here. */
export function createServices(context: Context, { ping, sandbox }: Extras) {
  const kept = new PageBytes()
  return {
    config: {
      sandbox: sandbox !== null,
      accounts: context.accounts.map(({ label }) => label),
      autoloadCredits: context.autoloadCredits,
      creditsPerDay: context.creditsPerDay,
      sampleJobs: sandbox ? sampleJobs : [],
    },
    sandbox,
    listJobs: bind(context, listJobs),
    showJob: bind(context, showJob),
    openJob: bind(context, openJob),
    patchJob: bind(context, patchJob),
    listCandidates: bind(context, listCandidates),
    candidatePageBytes: (ref: JobRef, view: View, start: PageStart, limit: number) =>
      candidatePageBytes(context, kept, ref, view, start, limit),
    listApplicationIds: bind(context, listApplicationIds),
    showCandidate: bind(context, showCandidate),
    countFacets: bind(context, countFacets),
    fetchCandidates: bind(context, fetchCandidates),
    cancelFetch: bind(context, cancelFetch),
    runningFetch: bind(context, runningFetch),
    quoteFetch: bind(context, quoteFetch),
    markSeen: bind(context, markSeen),
    listCredits: bind(context, listCredits),
    everyCredit: bind(context, everyCredit),
    /** Answers once the store does. @throws what kept it from answering */
    async checkReady() {
      await ping()
      return { status: 'ready' }
    },
  }
}
export type Services = ReturnType<typeof createServices>
