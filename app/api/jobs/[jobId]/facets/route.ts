import { facetsOf, jobOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/facets', {
  GET: operation({
    run: (call) => {
      const { asked, find } = facetsOf(call.search)
      return call.services.countFacets(jobOf(call), parseView(call.search), asked, find)
    },
  }),
})
