import { claimRequest } from '@/lib/contracts/triage'
import { parseApplicationId, parseHolder, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId/claim', {
  PUT: operation({
    body: claimRequest,
    run: (call) => call.services.claimCandidate(parseJobRef(call), parseApplicationId(call), call.body),
  }),
  DELETE: operation({
    run: async (call) =>
      call.services.releaseCandidate(parseJobRef(call), parseApplicationId(call), parseHolder(call.search)),
  }),
})
