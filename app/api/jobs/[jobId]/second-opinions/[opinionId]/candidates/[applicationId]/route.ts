import { opinionRequest } from '@/lib/contracts/second-opinion'
import { parseApplicationId, parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/second-opinions/:opinionId/candidates/:applicationId',
  {
    PUT: operation({
      body: opinionRequest,
      run: (call) =>
        call.services.giveSecondOpinion(
          parseJobRef(call),
          parseId(call, 'opinionId'),
          parseApplicationId(call),
          call.body,
        ),
    }),
  },
)
