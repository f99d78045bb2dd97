import { overruleRequest } from '@/lib/contracts/criteria'
import { parseApplicationId, parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/criteria/:criterionId',
  {
    PUT: operation({
      body: overruleRequest,
      run: (call) =>
        call.services.overruleCriterion(
          parseJobRef(call),
          parseApplicationId(call),
          parseId(call, 'criterionId'),
          call.body,
        ),
    }),
  },
)
