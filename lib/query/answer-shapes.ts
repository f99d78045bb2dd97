// Loaded together, at the first sign of a reader: one file is less to a page than a dozen, each with an address of its own.
export { blindAnswer } from '@/lib/contracts/blind'
export {
  applicationIds,
  candidateDetail,
  candidateHistory,
  candidatePage,
  marksNow,
} from '@/lib/contracts/candidate'
export { creditMeter, creditsPage } from '@/lib/contracts/credits'
export { facets } from '@/lib/contracts/facets'
export { fetchCancelled, fetchResult, runningFetch } from '@/lib/contracts/fetch'
export { inboxCount } from '@/lib/contracts/inbox'
export { job, jobList } from '@/lib/contracts/job'
export { problem } from '@/lib/contracts/problem'
export { newShareLink, shareLink, shareLinkList } from '@/lib/contracts/share-link'
export { visited } from '@/lib/contracts/visit'
