import 'server-only'
import type { UpstreamCode } from './upstream-error'
import type { UpstreamPage } from './upstream-page'

export type JobCandidatesQuery = {
  account: { label: string; id: string }
  jobId: string
  /** Rows to ask for; 1 credit per 10 returned. */
  count: number
  /** Zero-based. */
  offset: number
  /** Aborting before anything is sent costs nothing; later the answer counts as lost. */
  signal?: AbortSignal
  /** Told before each wait: `attempt` is the try that failed (from 1), `code` why. */
  onRetry?: (info: { attempt: number; waitMs: number; code: UpstreamCode }) => void
}

export type Upstream = {
  /**
   * Buys one page of a job's applicants: this is what spends.
   * @throws UpstreamError, and nothing else
   */
  getJobCandidates(query: JobCandidatesQuery): Promise<UpstreamPage>
}
