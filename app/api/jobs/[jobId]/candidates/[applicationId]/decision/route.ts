import { decisionRequest } from '@/lib/contracts/decisions'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/decision',
  {
    PUT: operation({
      body: decisionRequest,
      run: (call) => call.services.decide(parseJobRef(call), parseApplicationId(call), call.body),
    }),
  },
)
