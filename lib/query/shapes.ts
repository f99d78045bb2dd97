// What reads the answers of this folder's commonest calls, in one piece: it comes at the first sign of a reader.
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
export { job, jobList } from '@/lib/contracts/job'
export { problem } from '@/lib/contracts/problem'
export { newShareLink, shareLink, shareLinkList } from '@/lib/contracts/share-link'
export { visited } from '@/lib/contracts/visit'
