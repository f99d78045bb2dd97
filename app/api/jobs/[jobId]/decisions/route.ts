import { bulkDecisionRequest } from '@/lib/contracts/decisions'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/decisions', {
  POST: operation({
    body: bulkDecisionRequest,
    // 10,000 people by name.
    maxBytes: 1024 * 1024,
    run: (call) => call.services.decideMany(parseJobRef(call), call.body),
  }),
})
