import { secondLookRequest } from '@/lib/contracts/inbox'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/second-looks',
  {
    POST: operation({
      body: secondLookRequest,
      run: (call) => call.services.askSecondLook(parseJobRef(call), parseApplicationId(call), call.body),
    }),
  },
)
