import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId/reveal', {
  POST: operation({
    run: (call) => call.services.revealCandidate(parseJobRef(call), parseApplicationId(call)),
  }),
})
