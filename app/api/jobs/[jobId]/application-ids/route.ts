import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/application-ids', {
  GET: operation({
    run: (call) => call.services.listApplicationIds(parseJobRef(call), parseView(call.search)),
  }),
})
