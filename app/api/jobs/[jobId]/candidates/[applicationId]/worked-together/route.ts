import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/worked-together',
  {
    GET: operation({
      run: ({ services, request, ...call }) =>
        services.untilLeft(request.signal, () =>
          services.showWorkedTogether(parseJobRef(call), parseApplicationId(call)),
        ),
    }),
  },
)
