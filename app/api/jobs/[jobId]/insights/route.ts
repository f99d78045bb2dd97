import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/insights', {
  GET: operation({
    run: ({ services, request, ...call }) =>
      services.untilLeft(request.signal, () =>
        services.showInsights(parseJobRef(call), parseView(call.search)),
      ),
  }),
})
