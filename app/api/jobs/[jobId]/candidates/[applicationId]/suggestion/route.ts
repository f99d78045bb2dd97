import { suggestionRequest } from '@/lib/contracts/decisions'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/suggestion',
  {
    PUT: operation({
      body: suggestionRequest,
      run: (call) => call.services.suggest(parseJobRef(call), parseApplicationId(call), call.body),
    }),
  },
)
