import { parseFacets, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/facets', {
  GET: operation({
    run: ({ services, request, ...call }) => {
      const { asked, find } = parseFacets(call.search)
      return services.untilLeft(request.signal, () =>
        services.countFacets(parseJobRef(call), parseView(call.search), asked, find),
      )
    },
  }),
})
