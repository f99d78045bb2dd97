import { nextActionRequest } from '@/lib/contracts/notes'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/next-action',
  {
    PUT: operation({
      body: nextActionRequest,
      run: (call) => call.services.setNextAction(parseJobRef(call), parseApplicationId(call), call.body),
    }),
    DELETE: operation({
      run: (call) => call.services.clearNextAction(parseJobRef(call), parseApplicationId(call)),
    }),
  },
)
