import { parseApplicationIds, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/marks', {
  GET: operation({
    run: ({ services, request, ...call }) => {
      const ids = parseApplicationIds(call.search)
      return services.untilLeft(request.signal, () =>
        services.showMarks(parseJobRef(call), ids, parseView(call.search)),
      )
    },
  }),
})
