import { consistencyRequest } from '@/lib/contracts/consistency'
import { parseApplicationId, parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/consistency/:noteKey',
  {
    PUT: operation({
      body: consistencyRequest,
      run: (call) =>
        call.services.resolveConsistency(
          parseJobRef(call),
          parseApplicationId(call),
          parseId(call, 'noteKey'),
          call.body,
        ),
    }),
  },
)
