import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/consistency',
  {
    GET: operation({
      run: (call) => call.services.showConsistency(parseJobRef(call), parseApplicationId(call)),
    }),
  },
)
