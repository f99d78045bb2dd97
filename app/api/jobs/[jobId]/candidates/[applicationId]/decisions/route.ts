import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/decisions',
  {
    GET: operation({
      run: async (call) => call.services.listDecisions(parseJobRef(call), parseApplicationId(call)),
    }),
  },
)
